package id.simpul.node.internal.reporting;

import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Handler;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.ReportEntry;
import id.simpul.node.internal.store.StatusEntry;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.Submission;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.wire.Scoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a report: one event, on disk before the answer. Thread-safe. */
final class SubmitHandler implements Handler<Scoped<NewReport>, SubmissionReceipt> {
  private static final String ATTRIBUTE = "attribute[";

  private final Store store;
  private final ServiceCatalogue catalogue;
  private final Jurisdiction jurisdiction;
  private final ReportIds ids;
  private final Receipts receipts;
  private final InstantSource clock;

  SubmitHandler(Desk desk, ReportIds ids, Receipts receipts) {
    this.store = desk.store();
    this.catalogue = desk.catalogue();
    this.jurisdiction = desk.jurisdiction();
    this.clock = desk.clock();
    this.ids = ids;
    this.receipts = receipts;
  }

  @Override
  public List<Violation> inspect(RequestParts parts) {
    List<Violation> violations = new ArrayList<>(jurisdiction.check(parts));
    Optional<ServiceCode> code = parts.form().first("service_code").flatMap(ServiceCode::parse);
    code.ifPresent(c ->
        catalogue
            .definition(c)
            .ifPresentOrElse(
                d -> violations.addAll(AttributeRules.check(d, attributes(parts.form()))),
                () ->
                    violations.add(
                        new Violation(
                            Violation.NOT_FOUND,
                            "service_code",
                            "this node offers no such service"))));
    return violations;
  }

  private static Map<String, List<String>> attributes(Params form) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (Params.Param p : form.entries()) {
      int end = p.name().indexOf(']');
      if (p.name().startsWith(ATTRIBUTE) && end > 0 && !p.value().isEmpty()) {
        attributes
            .computeIfAbsent(p.name().substring(ATTRIBUTE.length(), end), c -> new ArrayList<>())
            .add(p.value());
      }
    }
    return attributes;
  }

  @Override
  public CompletionStage<SubmissionReceipt> handle(Scoped<NewReport> input, CallContext call) {
    NewReport report = input.value();
    ReportId id = ids.newReportId();
    ReportToken token = ids.newToken();
    Submission submission = submission(report, call, id, token);
    return store.append(submission).thenCompose(outcome -> answer(outcome, report, id, token));
  }

  private Submission submission(
      NewReport report, CallContext call, ReportId id, ReportToken token) {
    Instant now = clock.instant();
    ReportEntry entry = ReportEntry.of(id.value(), report.serviceCode().value(), now);
    if (report.location().point().isPresent()) {
      entry = entry.at(report.location().point().get());
    }
    if (type(report).equals(ServiceType.BATCH)) {
      entry = entry.withToken(token.value());
    }
    Submission submission =
        Submission.of(
            ids.newStreamId(),
            new NewEvent(
                ReportEvents.SUBMITTED,
                now,
                call.caller().scope(),
                ReportEvents.submitted(id, report)),
            entry,
            new StatusEntry(DetailedStatus.SUBMITTED.code(), now));
    if (!report.reporter().isAnonymous()) {
      submission = submission.withIdentity(ReportEvents.identity(report.reporter()));
    }
    Optional<Idempotency> once = call.once(now);
    return once.isPresent() ? submission.once(once.get()) : submission;
  }

  private CompletionStage<SubmissionReceipt> answer(
      SubmissionOutcome outcome, NewReport report, ReportId id, ReportToken token) {
    if (outcome instanceof SubmissionOutcome.Replayed replayed) {
      return receipts.of(replayed.stream(), type(report));
    }
    if (outcome instanceof SubmissionOutcome.KeyConflict) {
      throw Refusal.of(
          422,
          Violation.CONFLICT,
          "Idempotency-Key",
          "this key was used for another report; use a new one");
    }
    return CompletableFuture.completedFuture(Receipts.receipt(type(report), id, token));
  }

  private ServiceType type(NewReport report) {
    return catalogue.service(report.serviceCode()).orElseThrow().type();
  }
}
