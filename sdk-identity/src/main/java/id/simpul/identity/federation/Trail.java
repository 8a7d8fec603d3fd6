package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainReport.Attempt;
import id.simpul.identity.federation.ChainReport.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down what a resolution does, while it does it. Not thread-safe. */
final class Trail {
  private final EntityId subject;
  private final List<AttemptTrail> attempts = new ArrayList<>();
  private final Set<Problem> deadEnds = new LinkedHashSet<>();
  private final List<Problem> refusedMarks = new ArrayList<>();
  private final Set<String> unsureMarks = new LinkedHashSet<>();

  Trail(EntityId subject) {
    this.subject = subject;
  }

  EntityId subject() {
    return subject;
  }

  /** A way that leads to no anchor. */
  void deadEnd(TrustException why) {
    if (deadEnds.size() < ChainReport.MAX_NOTES) {
      deadEnds.add(Problem.of(why));
    }
  }

  void refusedMark(TrustException why) {
    if (refusedMarks.size() < ChainReport.MAX_NOTES) {
      refusedMarks.add(Problem.of(why));
    }
  }

  /** A mark of which nothing is known now: whoever would have to be asked could not be. */
  void unsureMark(String type) {
    unsureMarks.add(type);
  }

  Set<String> unsureMarks() {
    return Set.copyOf(unsureMarks);
  }

  /** A chain that is about to be tried. */
  AttemptTrail attempt(List<StatementName> names) {
    AttemptTrail attempt = new AttemptTrail(names);
    if (attempts.size() < ChainReport.MAX_NOTES) {
      attempts.add(attempt);
    }
    return attempt;
  }

  List<Attempt> attempts() {
    return attempts.stream().map(AttemptTrail::toAttempt).toList();
  }

  List<Problem> deadEnds() {
    return List.copyOf(deadEnds);
  }

  List<Problem> refusedMarks() {
    return List.copyOf(refusedMarks);
  }

  ChainReport trusted(Instant until) {
    return new ChainReport(this, until, null);
  }

  ChainReport refusedFor(Problem why) {
    return new ChainReport(this, null, why);
  }

  /** What is wrong with the first chain that was tried counts for more than ways that end early. */
  ChainReport refused() {
    Stream<Problem> inChains =
        attempts.stream().map(AttemptTrail::problem).flatMap(Optional::stream);
    Problem first = inChains.findFirst().or(this::worstDeadEnd).orElseGet(this::noChain);
    return refusedFor(first);
  }

  /** A budget that ran out hides what else there is; a loop or an end says least. */
  private Optional<Problem> worstDeadEnd() {
    Optional<Problem> budget = firstDeadEnd(List.of(Reason.BUDGET_EXCEEDED));
    if (budget.isPresent()) {
      return budget;
    }
    List<Reason> others = new ArrayList<>(List.of(Reason.values()));
    others.remove(Reason.NO_CHAIN);
    return firstDeadEnd(others);
  }

  private Optional<Problem> firstDeadEnd(List<Reason> reasons) {
    return deadEnds.stream().filter(p -> reasons.contains(p.reason())).findFirst();
  }

  private Problem noChain() {
    return Problem.of(
        new TrustException(
            Reason.NO_CHAIN, subject.value(), "leads to no anchor of ours", "authority_hints"));
  }
}
