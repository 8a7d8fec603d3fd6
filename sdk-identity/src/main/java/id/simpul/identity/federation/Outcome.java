package id.simpul.identity.federation;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainReport.Problem;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a resolution: an entity, or none and the reason in the report. Immutable.
 *
 * @param interrupted whether it ended because its thread was, which says nothing of the entity
 */
record Outcome(@Nullable ResolvedEntity entity, ChainReport report, boolean interrupted) {
  // What a superior, or the entity itself, says; everything else may be a machine that is broken.
  private static final Set<Reason> WORDS =
      Set.of(
          Reason.NO_CHAIN, Reason.UNKNOWN_KEY, Reason.CONSTRAINT_VIOLATED, Reason.POLICY_VIOLATED);

  Outcome(@Nullable ResolvedEntity entity, ChainReport report) {
    this(entity, report, false);
  }

  /** Whether those that were asked agree that it is not to be trusted, and all were asked. */
  boolean isWithdrawn() {
    return entity == null && problems().allMatch(p -> isWord(p.reason()));
  }

  /** Whether a problem is what somebody says, and not that nobody could be asked. */
  static boolean isWord(Reason reason) {
    return WORDS.contains(reason);
  }

  private Stream<Problem> problems() {
    Stream<Problem> inChains =
        report.attempts().stream().flatMap(attempt -> Stream.ofNullable(attempt.problem()));
    return Stream.concat(inChains, report.deadEnds().stream());
  }

  ResolvedEntity orThrow() {
    if (entity == null) {
      throw report.problem().orElseThrow().toException();
    }
    return entity;
  }
}
