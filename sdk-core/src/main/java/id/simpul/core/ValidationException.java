package id.simpul.core;

import id.simpul.core.operation.Violation;
import java.util.List;

/** What the caller gave is wrong. Nothing was sent and nothing was stored. */
public final class ValidationException extends SimpulException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Creates the exception with every violation found.
   *
   * @param subject what was being made, for example {@code NewReport}
   * @param violations every violation, at least one
   */
  public ValidationException(String subject, List<Violation> violations) {
    super(
        new Fault(
            "core.validation.failed",
            subject,
            violations.size() + " value(s) cannot be used: " + summary(violations),
            violations.get(0).where(),
            "Correct them and try again"),
        null);
    this.violations = List.copyOf(violations);
  }

  private static String summary(List<Violation> violations) {
    return String.join("; ", violations.stream().map(Violation::toString).toList());
  }

  /**
   * Every violation found, in the order of the fields.
   *
   * @return an unmodifiable list with at least one entry
   */
  public List<Violation> violations() {
    return violations;
  }
}
