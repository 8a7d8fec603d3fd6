package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one step. Immutable; it never holds what the certificate says. */
public final class StepOutcome {
  /** The kinds of outcome. */
  public enum Status {
    /** All is as it should be. */
    PASSED,
    /** Something is wrong with the certificate. */
    FAILED,
    /** It could not be found out, for a reason that is not the certificate's. */
    UNDECIDED,
    /** It was not looked at, because of an earlier step or because nobody asked for it. */
    SKIPPED
  }

  private final CertificateStep step;
  private final Status status;
  private final @Nullable CheckCode code;
  private final List<Violation> violations;

  private StepOutcome(
      CertificateStep step, Status status, @Nullable CheckCode code, List<Violation> violations) {
    this.step = Objects.requireNonNull(step, "step");
    this.status = status;
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  static StepOutcome passed(CertificateStep step) {
    return new StepOutcome(step, Status.PASSED, null, List.of());
  }

  static StepOutcome undecided(CertificateStep step) {
    return new StepOutcome(step, Status.UNDECIDED, null, List.of());
  }

  static StepOutcome skipped(CertificateStep step) {
    return new StepOutcome(step, Status.SKIPPED, null, List.of());
  }

  static StepOutcome failed(CertificateStep step, CheckCode code, List<Violation> violations) {
    return new StepOutcome(step, Status.FAILED, Objects.requireNonNull(code, "code"), violations);
  }

  /**
   * The step.
   *
   * @return which it was
   */
  public CertificateStep step() {
    return step;
  }

  /**
   * Its outcome.
   *
   * @return the kind of outcome
   */
  public Status status() {
    return status;
  }

  /**
   * Why it failed.
   *
   * @return the reason, or empty when it did not fail
   */
  public Optional<CheckCode> code() {
    return Optional.ofNullable(code);
  }

  /**
   * All that was wrong, where there can be more than one thing.
   *
   * @return places and rules, without a value
   */
  public List<Violation> violations() {
    return violations;
  }

  @Override
  public String toString() {
    return step + " " + status + (code == null ? "" : " " + code);
  }
}
