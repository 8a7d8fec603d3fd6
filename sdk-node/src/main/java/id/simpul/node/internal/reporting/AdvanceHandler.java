package id.simpul.node.internal.reporting;

import id.simpul.core.operation.Violation;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Handler;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.StatusEntry;
import id.simpul.node.internal.store.StreamAppend;
import id.simpul.node.internal.store.StreamOutcome;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportState;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportTransition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Moves a report on at an officer's command. Thread-safe. */
final class AdvanceHandler implements Handler<ReportTransition, ReportState> {
  // A resolved report whose verification fails goes back to work.
  private static final Map<DetailedStatus, List<DetailedStatus>> MOVES =
      Map.of(
          DetailedStatus.SUBMITTED, List.of(DetailedStatus.IN_PROGRESS),
          DetailedStatus.IN_PROGRESS, List.of(DetailedStatus.RESOLVED),
          DetailedStatus.RESOLVED, List.of(DetailedStatus.CLOSED, DetailedStatus.IN_PROGRESS),
          DetailedStatus.CLOSED, List.of());

  private static final long NO_STREAM_IS_HERE = 0;

  private final Desk desk;
  private final ReportReader reader;
  private final BlockingWork work;

  AdvanceHandler(Desk desk, ReportReader reader, BlockingWork work) {
    this.desk = desk;
    this.reader = reader;
    this.work = work;
  }

  @Override
  public CompletionStage<ReportState> handle(ReportTransition move, CallContext call) {
    return work.submit(() -> find(move.reportId())).thenCompose(found -> append(found, move, call));
  }

  private ReportReader.Found find(ReportId id) {
    return reader
        .find(id)
        .orElseThrow(() ->
            Refusal.of(404, Violation.NOT_FOUND, "service_request_id", "there is no such report"));
  }

  private CompletionStage<ReportState> append(
      ReportReader.Found found, ReportTransition move, CallContext call) {
    DetailedStatus from = found.fold().status();
    boolean allowed = MOVES.getOrDefault(from, List.of()).contains(move.status());
    Instant now = desk.clock().instant();
    Optional<Idempotency> once = call.once(now);
    if (!allowed && once.isEmpty()) {
      throw illegal(from);
    }
    // A repeated command finds its report moved already; only the store knows its key. So it goes
    // there all the same, expecting what no stream has, and can be found but not carried out.
    long expected = allowed ? found.fold().streamSequence() : NO_STREAM_IS_HERE;
    StreamAppend append =
        StreamAppend.of(found.stream(), expected, List.of(event(move, call, now)))
            .withStatus(new StatusEntry(move.status().code(), now));
    if (once.isPresent()) {
      append = append.once(once.get());
    }
    return desk.store()
        .appendToStream(append)
        .thenCompose(outcome -> answer(outcome, move.reportId(), allowed, from));
  }

  private static NewEvent event(ReportTransition move, CallContext call, Instant now) {
    return new NewEvent(
        ReportEvents.STATUS_CHANGED,
        now,
        call.caller().scope(),
        ReportEvents.statusChanged(new ReportEvents.StatusChanged(move.status(), move.note())));
  }

  private CompletionStage<ReportState> answer(
      StreamOutcome outcome, ReportId id, boolean allowed, DetailedStatus from) {
    if (outcome instanceof SubmissionOutcome.Appended
        || outcome instanceof SubmissionOutcome.Replayed) {
      return work.submit(() -> state(id, find(id).fold()));
    }
    if (outcome instanceof SubmissionOutcome.KeyConflict) {
      throw Refusal.of(
          422,
          Violation.CONFLICT,
          "Idempotency-Key",
          "this key was used for another command; use a new one");
    }
    throw allowed
        ? Refusal.of(
            409, Violation.CONFLICT, "/status", "the report was moved meanwhile; read it again")
        : illegal(from);
  }

  private static Refusal illegal(DetailedStatus from) {
    List<DetailedStatus> allowed = MOVES.getOrDefault(from, List.of());
    return Refusal.of(
        409,
        Violation.CONFLICT,
        "/status",
        "a report that is "
            + from
            + (allowed.isEmpty() ? " moves no further" : " can become " + allowed));
  }

  private ReportState state(ReportId id, ReportFold fold) {
    return ReportState.builder(
            id,
            fold.status().reportStatus().orElse(ReportStatus.OPEN),
            fold.status(),
            fold.updatedAt().atZone(desk.zone()).toOffsetDateTime())
        .build();
  }
}
