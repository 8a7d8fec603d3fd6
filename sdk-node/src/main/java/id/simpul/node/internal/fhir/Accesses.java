package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirTrail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Shows nobody a record before it is on disk who sees it (UU 27/2022, article 31): where that
 * cannot be written, nothing is shown. Thread-safe.
 */
final class Accesses {
  private final FhirTrail trail;
  private final BlockingWork work;

  Accesses(FhirTrail trail, BlockingWork work) {
    this.trail = trail;
    this.work = work;
  }

  /** Shows a record, or a bundle of some of one kind. */
  <R extends Resource> CompletableFuture<R> shown(
      CallContext call, Operation<?, R> operation, String type, CompletableFuture<R> found) {
    return found.thenCompose(shown -> traced(call, operation, type, records(shown, type), shown));
  }

  /** Shows what was made of a record. */
  <T> CompletableFuture<T> traced(
      CallContext call, Operation<?, T> operation, String type, Map<String, Long> of, T made) {
    String actor = call.caller().scope();
    return trail
        .add(new FhirAccess(actor, operation.id(), type, of))
        // Not on the writer's thread, where others wait.
        .thenCompose(done -> work.finish(() -> made));
  }

  private static Map<String, Long> records(Resource shown, String type) {
    List<? extends Resource> all =
        shown instanceof Bundle bundle
            ? bundle.entry().stream().flatMap(entry -> entry.resource().stream()).toList()
            : List.of(shown);
    Map<String, Long> records = new HashMap<>();
    for (Resource each : all) {
      if (each.resourceType().equals(type)) {
        records.merge(each.id().orElse(""), 1L, Long::sum);
      }
    }
    return records.isEmpty() ? Map.of("", 0L) : records;
  }
}
