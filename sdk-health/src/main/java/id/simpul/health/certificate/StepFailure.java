package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a step. It never leaves this package, so it needs no trace of where it was thrown, which
 * would be most of the cost of refusing.
 */
final class StepFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable CheckCode code;
  private final Verdict.@Nullable Missing missing;
  private final transient List<Violation> violations;

  private StepFailure(
      @Nullable CheckCode code, Verdict.@Nullable Missing missing, List<Violation> violations) {
    super(null, null, false, false);
    this.code = code;
    this.missing = missing;
    this.violations = violations;
  }

  static StepFailure of(CheckCode code) {
    return new StepFailure(Objects.requireNonNull(code, "code"), null, List.of());
  }

  static StepFailure of(CheckCode code, List<Violation> violations) {
    return new StepFailure(Objects.requireNonNull(code, "code"), null, violations);
  }

  static StepFailure of(Verdict.Missing missing) {
    return new StepFailure(null, Objects.requireNonNull(missing, "missing"), List.of());
  }

  /** What the reader of a layer said, which names places and rules and no content. */
  static StepFailure of(CheckCode code, FormatException why) {
    return of(code, List.of(new Violation(Violation.MALFORMED, why.where(), why.reason())));
  }

  static StepFailure of(Verdict.Missing missing, List<Violation> violations) {
    return new StepFailure(null, Objects.requireNonNull(missing, "missing"), violations);
  }

  Optional<CheckCode> code() {
    return Optional.ofNullable(code);
  }

  Verdict.Missing missing() {
    return Objects.requireNonNull(missing, "a failure says why, or what is missing");
  }

  List<Violation> violations() {
    return violations;
  }
}
