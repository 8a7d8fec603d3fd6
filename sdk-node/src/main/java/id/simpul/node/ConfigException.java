package id.simpul.node;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import id.simpul.core.operation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node cannot start with the configuration it was given. Names everything that is wrong. */
public final class ConfigException extends SimpulException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Creates the exception.
   *
   * @param violations everything that is wrong, at least one entry
   */
  public ConfigException(List<Violation> violations) {
    this(violations, null);
  }

  /**
   * Creates the exception.
   *
   * @param violations everything that is wrong, at least one entry
   * @param cause what went wrong beneath, or null when nothing did
   */
  public ConfigException(List<Violation> violations, @Nullable Throwable cause) {
    super(
        new Fault(
            "node.config.invalid",
            "configuration",
            "the node cannot start: "
                + String.join("; ", violations.stream().map(Violation::toString).toList()),
            violations.get(0).where(),
            "Correct the settings and start again"),
        cause);
    this.violations = List.copyOf(violations);
  }

  /**
   * Everything that is wrong.
   *
   * @return an unmodifiable list with at least one entry
   */
  public List<Violation> violations() {
    return violations;
  }
}
