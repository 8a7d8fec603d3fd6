package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestNodeExtensionTest {
  @Nested
  @ExtendWith(TestNodeExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class PerClass {
    private final Set<TestNode> seen = new HashSet<>();

    @BeforeAll
    void remember(TestNode node) {
      seen.add(node);
    }

    @RepeatedTest(2)
    void parameter_eachTest_isTheNodeOfTheClass(TestNode node) {
      assertThat(seen).containsExactly(node);
      assertThat(node.reporting().listServices()).isNotEmpty();
    }

    @Nested
    class Deeper {
      @Test
      void parameter_nestedClass_isTheNodeOfTheOuterClass(TestNode node) {
        assertThat(seen).containsExactly(node);
      }
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_METHOD)
  class PerMethod {
    private static final Set<TestNode> SEEN = new HashSet<>();

    @RegisterExtension
    final TestNodeExtension nodes = TestNodeExtension.of(() -> TestNode.builder().seed(9));

    @RepeatedTest(2)
    void parameter_eachTest_isANodeOfItsOwn(TestNode node) {
      assertThat(SEEN.add(node)).isTrue();
      assertThat(node.reporterKey()).isEqualTo(TestKeys.of(9).apiKey("reporter"));
      assertThat(node.reporting().listServices()).isNotEmpty();
    }
  }
}
