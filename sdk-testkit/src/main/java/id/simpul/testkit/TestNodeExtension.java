package id.simpul.testkit;

import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link TestNode} for tests and hands it to every parameter of that type.
 *
 * <pre>{@code
 * class MyAppTest {
 *   @RegisterExtension
 *   static final TestNodeExtension NODE = TestNodeExtension.create();
 *
 *   @Test
 *   void files_report(TestNode node) { ... }
 * }
 * }</pre>
 *
 * <p>On a static field, or with {@code @ExtendWith}, all tests of the class and of classes nested
 * in it share one node. On an instance field each test has a node of its own. JUnit closes the node
 * when its class or test ends. Thread-safe.
 */
public final class TestNodeExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private static final String NODE = "node";

  private final Supplier<TestNode.Builder> nodes;

  /** Starts nodes with all defaults; for {@code @ExtendWith}. */
  public TestNodeExtension() {
    this(TestNode::builder);
  }

  private TestNodeExtension(Supplier<TestNode.Builder> nodes) {
    this.nodes = Objects.requireNonNull(nodes, "nodes");
  }

  /**
   * Starts nodes with all defaults.
   *
   * @return the extension
   */
  public static TestNodeExtension create() {
    return new TestNodeExtension();
  }

  /**
   * Starts nodes a test describes.
   *
   * @param nodes asked for each node that is started, so that each has a clock of its own
   * @return the extension
   */
  public static TestNodeExtension of(Supplier<TestNode.Builder> nodes) {
    return new TestNodeExtension(nodes);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    node(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    node(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestNode.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return node(context);
  }

  // A store also looks at the stores around it, so a test finds the node of its class; what a store
  // holds is closed when it ends.
  private TestNode node(ExtensionContext context) {
    return context
        .getStore(ExtensionContext.Namespace.create(TestNodeExtension.class, this))
        .computeIfAbsent(NODE, key -> nodes.get().start(), TestNode.class);
  }
}
