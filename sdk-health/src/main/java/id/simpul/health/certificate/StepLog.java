package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes what becomes of each step. The first that fails or cannot be decided makes the verdict; the
 * later ones may still be looked at, so that everything wrong is said at once. Not thread-safe.
 *
 * @param <C> what a verified certificate is
 */
final class StepLog<C> {
  /** One step, which gives something or stops. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws StepFailure;
  }

  private final List<CertificateStep> plan;
  private final Map<CertificateStep, StepOutcome> outcomes = new EnumMap<>(CertificateStep.class);
  private final List<Violation> warnings = new ArrayList<>();
  private Verdict.@Nullable Unverifiable<C> unverifiable;

  StepLog(List<CertificateStep> plan) {
    this.plan = plan;
  }

  /** Takes a step that others need: stops the whole verifying when it fails. */
  <T> T need(CertificateStep step, Step<T> action) throws StepFailure {
    try {
      T result = action.take();
      outcomes.put(step, StepOutcome.passed(step));
      return result;
    } catch (StepFailure e) {
      note(step, e);
      throw e;
    }
  }

  /** Takes a step that others can do without. */
  <T> Optional<T> attempt(CertificateStep step, Step<T> action) {
    try {
      return Optional.of(need(step, action));
    } catch (StepFailure e) {
      return Optional.empty(); // it is noted
    }
  }

  private void note(CertificateStep step, StepFailure failure) {
    failure
        .code()
        .ifPresentOrElse(
            code -> outcomes.put(step, StepOutcome.failed(step, code, failure.violations())),
            () ->
                outcomes.put(
                    step, StepOutcome.undecided(step, failure.missing(), failure.violations())));
    if (failure.code().isEmpty() && unverifiable == null) {
      unverifiable = new Verdict.Unverifiable<>(failure.missing());
    }
  }

  void warn(List<Violation> more) {
    warnings.addAll(more);
  }

  /** Whether nothing has gone wrong so far. */
  boolean isClean() {
    return unverifiable == null && firstFailure().isEmpty();
  }

  private Optional<StepOutcome> firstFailure() {
    for (CertificateStep step : plan) {
      StepOutcome outcome = outcomes.get(step);
      if (outcome != null && outcome.status() == StepOutcome.Status.FAILED) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /** What failed beats what could not be found out. */
  Verification<C> finish(@Nullable C certificate) {
    List<StepOutcome> steps = new ArrayList<>();
    for (CertificateStep step : plan) {
      StepOutcome outcome = outcomes.get(step);
      steps.add(outcome == null ? StepOutcome.skipped(step) : outcome);
    }
    return new Verification<>(steps, warnings, verdict(certificate));
  }

  private Verdict<C> verdict(@Nullable C certificate) {
    Optional<StepOutcome> failure = firstFailure();
    if (failure.isPresent()) {
      return new Verdict.Invalid<>(
          failure.get().step(), failure.get().code().orElseThrow(IllegalStateException::new));
    }
    if (unverifiable != null) {
      return unverifiable;
    }
    if (certificate == null) {
      throw new IllegalStateException("A verdict without a failure needs a certificate");
    }
    return new Verdict.Valid<>(certificate);
  }
}
