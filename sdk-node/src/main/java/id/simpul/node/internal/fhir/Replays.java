package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Resource;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is answered when nothing was written. */
final class Replays {
  private Replays() {}

  /** What an earlier request under the same key wrote. */
  static List<Resource> shown(FhirStore store, FhirOutcome.Replayed replayed) {
    return replayed.versions().stream()
        .map(v -> store.find(v.key(), v.version()).orElseThrow(RecordDesk::gone))
        .map(Records::shown)
        .toList();
  }

  /**
   * What was done before under the key of a request that is refused now: a change that was carried
   * out, and its answer lost, is no longer one to the version that it names.
   *
   * @param store where to look
   * @param once the key of the request, if it has one
   * @param refusal why it is refused if it was not carried out
   */
  static CompletableFuture<FhirOutcome> earlier(
      FhirStore store, Optional<Idempotency> once, Refusal refusal) {
    return once.map(store::earlier)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(earlier -> earlier.orElseThrow(() -> refusal));
  }

  /** A key that was used for something else. */
  static Refusal conflict() {
    return Refusal.of(
        422,
        Violation.CONFLICT,
        "Idempotency-Key",
        "this key was used for another request; use a new one");
  }

  /**
   * Why nothing was written.
   *
   * @param outcome what came of the command
   * @param kind the kind of resource it concerns
   * @param element the resource, as a FHIRPath
   */
  static Refusal refusal(FhirOutcome outcome, String kind, String element) {
    if (outcome instanceof FhirOutcome.KeyConflict) {
      return conflict();
    }
    if (outcome instanceof FhirOutcome.Erased) {
      return RecordDesk.gone();
    }
    if (outcome instanceof FhirOutcome.Duplicate) {
      // SATUSEHAT's own words and status, which its clients know.
      return Refusal.of(400, "duplicate", element, "Found duplicate resource: " + kind);
    }
    if (outcome instanceof FhirOutcome.Full) {
      return Refusal.of(
          422,
          Violation.LENGTH,
          element,
          "has " + Store.MAX_STREAM_EVENTS + " versions, and more are not kept");
    }
    return Refusal.of(
        412, Violation.CONFLICT, element, "the resource has another version; read it again");
  }
}
