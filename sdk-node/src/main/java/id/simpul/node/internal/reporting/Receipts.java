package id.simpul.node.internal.reporting;

import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.store.ReportRow;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ServiceType;
import id.simpul.reporting.SubmissionReceipt;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes the receipt of a report, and writes it again for a repeated submission. Thread-safe. */
final class Receipts {
  private final Store store;
  private final BlockingWork work;

  Receipts(Store store, BlockingWork work) {
    this.store = store;
    this.work = work;
  }

  /**
   * The receipt of a report filed before.
   *
   * @param stream its stream
   * @param type its service's type
   * @return the same receipt as then
   */
  CompletionStage<SubmissionReceipt> of(StreamId stream, ServiceType type) {
    return work.submit(() -> {
      ReportId id = ReportEvents.readSubmitted(store.events(stream).get(0).payload()).id();
      Optional<ReportRow> row = store.findByPublicId(id.value());
      Optional<String> token = row.flatMap(r -> r.entry().token());
      return token.isPresent()
          ? SubmissionReceipt.forToken(new ReportToken(token.get())).build()
          : receipt(type.equals(ServiceType.BATCH) ? ServiceType.REALTIME : type, id, null);
    });
  }

  /**
   * The receipt a kind of service gives (GeoReport v2, GET Service List, type).
   *
   * @param type realtime gives the id, batch a token, blackbox neither
   * @param id the report's id
   * @param token the report's token, needed for batch alone
   * @return the receipt
   */
  static SubmissionReceipt receipt(ServiceType type, ReportId id, @Nullable ReportToken token) {
    if (type.equals(ServiceType.BATCH) && token != null) {
      return SubmissionReceipt.forToken(token).build();
    }
    return type.equals(ServiceType.BLACKBOX)
        ? SubmissionReceipt.untracked().build()
        : SubmissionReceipt.forReport(id).build();
  }
}
