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
  private final Verdict.@Nullable Missing missing;
  private final List<Violation> violations;

  private StepOutcome(
      CertificateStep step,
      Status status,
      @Nullable CheckCode code,
      Verdict.@Nullable Missing missing,
      List<Violation> violations) {
    this.step = Objects.requireNonNull(step, "step");
    this.status = status;
    this.code = code;
    this.missing = missing;
    this.violations = List.copyOf(violations);
  }

  static StepOutcome passed(CertificateStep step) {
    return new StepOutcome(step, Status.PASSED, null, null, List.of());
  }

  static StepOutcome undecided(
      CertificateStep step, Verdict.Missing missing, List<Violation> violations) {
    Objects.requireNonNull(missing, "missing");
    return new StepOutcome(step, Status.UNDECIDED, null, missing, violations);
  }

  static StepOutcome skipped(CertificateStep step) {
    return new StepOutcome(step, Status.SKIPPED, null, null, List.of());
  }

  static StepOutcome failed(CertificateStep step, CheckCode code, List<Violation> violations) {
    Objects.requireNonNull(code, "code");
    return new StepOutcome(step, Status.FAILED, code, null, violations);
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
   * What it could not be found out without.
   *
   * @return what is missing, or empty when it was decided or skipped
   */
  public Optional<Verdict.Missing> missing() {
    return Optional.ofNullable(missing);
  }

  /**
   * All that was wrong, and where, as far as there is more to say than the reason.
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
