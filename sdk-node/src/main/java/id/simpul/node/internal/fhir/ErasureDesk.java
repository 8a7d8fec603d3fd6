package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.OperationOutcome;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirErasure;
import id.simpul.node.internal.store.FhirErasure.Outcome;
import id.simpul.node.internal.store.FhirStore;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Erases records: what a person has a right to (UU 27/2022, article 8). Exports that may hold one
 * end with it. Thread-safe.
 */
final class ErasureDesk {
  private static final Resource ERASED =
      OperationOutcome.builder()
          .addIssue(
              OperationOutcome.Issue.of(
                  "information", "informational", "the resource and its versions are erased"))
          .build();

  private final FhirStore store;
  private final SearchTerms terms;
  private final Exports exports;
  private final BlockingWork work;

  ErasureDesk(FhirStore store, SearchTerms terms, Exports exports, BlockingWork work) {
    this.store = store;
    this.terms = terms;
    this.exports = exports;
    this.work = work;
  }

  CompletableFuture<Resource> erase(ResourceKey key, CallContext call) {
    FhirErasure erasure = new FhirErasure(key, terms.pointers(key), call.caller().scope());
    return store.erase(erasure).thenCompose(outcome -> work.finish(() -> answer(outcome)));
  }

  private Resource answer(Outcome outcome) {
    if (outcome instanceof Outcome.PointedAt pointed) {
      throw Refusal.of(
          409,
          Violation.CONFLICT,
          "",
          "others point at the resource; erase those first: "
              + String.join(", ", new TreeSet<>(pointed.kinds())));
    }
    if (outcome instanceof Outcome.Unknown) {
      throw Refusal.of(404, Violation.NOT_FOUND, "", "there is no such resource");
    }
    var unused = exports.deleteOld();
    return ERASED;
  }
}
