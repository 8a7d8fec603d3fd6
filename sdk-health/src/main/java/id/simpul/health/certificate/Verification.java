package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the verifying of one certificate went: every step in order, and one verdict. Immutable,
 * thread-safe. {@code toString} shows steps and never what the certificate says.
 *
 * @param <C> what a verified certificate is
 */
public final class Verification<C> {
  private final List<StepOutcome> steps;
  private final List<Violation> warnings;
  private final Verdict<C> verdict;

  Verification(List<StepOutcome> steps, List<Violation> warnings, Verdict<C> verdict) {
    this.steps = List.copyOf(steps);
    this.warnings = List.copyOf(warnings);
    this.verdict = Objects.requireNonNull(verdict, "verdict");
  }

  /**
   * All steps of this kind of certificate, in order, those that were skipped too.
   *
   * @return an unmodifiable list
   */
  public List<StepOutcome> steps() {
    return steps;
  }

  /**
   * What became of one step.
   *
   * @param step the step
   * @return its outcome, or empty when this kind of certificate does not have it
   */
  public Optional<StepOutcome> step(CertificateStep step) {
    return steps.stream().filter(outcome -> outcome.step() == step).findFirst();
  }

  /**
   * What is unusual and no reason to refuse, such as a code nobody knows.
   *
   * @return places and rules, without a value
   */
  public List<Violation> warnings() {
    return warnings;
  }

  /**
   * The verdict.
   *
   * @return one of three kinds
   */
  public Verdict<C> verdict() {
    return verdict;
  }

  /**
   * The certificate, when it is valid.
   *
   * @return the verified certificate, or empty
   */
  public Optional<C> certificate() {
    return verdict instanceof Verdict.Valid<C> valid
        ? Optional.of(valid.certificate())
        : Optional.empty();
  }

  @Override
  public String toString() {
    String word =
        verdict instanceof Verdict.Invalid<C> invalid
            ? "INVALID at " + invalid.step() + ": " + invalid.code()
            : verdict instanceof Verdict.Unverifiable<C> unverifiable
                ? "UNVERIFIABLE: no " + unverifiable.reason()
                : "VALID";
    return word + " " + steps;
  }
}
