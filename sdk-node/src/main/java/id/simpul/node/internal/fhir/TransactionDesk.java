package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.OpaqueIds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Stores the resources of a transaction, all or none (FHIR R4, section 3.1.0.11.2). Entries create
 * or replace; references among those that are created are put right before they are stored.
 * Thread-safe.
 */
final class TransactionDesk {
  /** The most entries of a transaction. */
  static final int MAX_ENTRIES = FhirCommand.MAX_WRITES;

  // The conditions of a request that are not looked at.
  private static final List<String> NOT_TAKEN = List.of("ifNoneExist", "ifModifiedSince");

  private final FhirStore store;
  private final Records records;
  private final Place place;
  private final SearchBundles bundles;
  private final BlockingWork work;
  private final OpaqueIds ids;
  private final InstantSource clock;

  TransactionDesk(
      FhirStore store, Records records, Place place, BlockingWork work, InstantSource clock) {
    this.store = store;
    this.records = records;
    this.place = place;
    this.bundles = new SearchBundles(place);
    this.work = work;
    this.ids = new OpaqueIds(clock);
    this.clock = clock;
  }

  private record Step(Bundle.Entry entry, String where, ResourceKey key, long version) {}

  CompletableFuture<Bundle> transact(Bundle bundle, CallContext call) {
    return attempt(bundle, call, RecordDesk.ATTEMPTS);
  }

  // What is written stands on what was read: when another came between, it is read again.
  private CompletableFuture<Bundle> attempt(Bundle bundle, CallContext call, int left) {
    return work.begin(() -> {
      FhirCommand command;
      try {
        command = command(bundle, call);
      } catch (Refusal refusal) {
        return Replays.earlier(store, call.once(clock.instant()), refusal)
            .thenApply(outcome -> answer(outcome, List.of()));
      }
      return store
          .write(command)
          .thenCompose(outcome ->
              left > 1 && isOvertaken(bundle, outcome)
                  ? attempt(bundle, call, left - 1)
                  // Not here: this is the thread that writes, and others wait for it.
                  : work.finish(() -> answer(outcome, command.writes())));
    });
  }

  private static boolean isOvertaken(Bundle bundle, FhirOutcome outcome) {
    return outcome instanceof FhirOutcome.OtherVersion other
        && bundle.entry().get(other.index()).request().flatMap(Bundle.Request::ifMatch).isEmpty();
  }

  private Bundle answer(FhirOutcome outcome, List<FhirWrite> writes) {
    if (outcome instanceof FhirOutcome.Written written) {
      return bundles.transactionResponse(written.versions());
    }
    if (outcome instanceof FhirOutcome.Replayed replayed) {
      return bundles.transactionResponse(replayed.versions());
    }
    int index = 0;
    if (outcome instanceof FhirOutcome.Duplicate duplicate) {
      index = duplicate.index();
    } else if (outcome instanceof FhirOutcome.OtherVersion other) {
      index = other.index();
    } else if (outcome instanceof FhirOutcome.Full full) {
      index = full.index();
    }
    String kind = writes.isEmpty() ? "" : writes.get(index).key().resourceType();
    throw Replays.refusal(outcome, kind, "Bundle.entry[" + index + "].resource");
  }

  private FhirCommand command(Bundle bundle, CallContext call) {
    Records.requireSound(bundle);
    List<Violation> violations = new ArrayList<>();
    if (!bundle.type().equals(Optional.of(Bundle.TRANSACTION))) {
      violations.add(
          new Violation(Violation.UNSUPPORTED, "Bundle.type", "must be transaction here"));
    }
    List<Bundle.Entry> entries = bundle.entry();
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      violations.add(
          new Violation(
              entries.isEmpty() ? Violation.REQUIRED : Violation.LENGTH,
              "Bundle.entry",
              "must have 1 to " + MAX_ENTRIES + " entries"));
      throw Refusal.of(400, violations);
    }
    List<Step> steps = steps(entries, violations);
    TransactionNames names = names(steps, violations);
    if (!violations.isEmpty()) {
      throw Refusal.of(400, violations);
    }
    List<FhirWrite> writes = new ArrayList<>();
    int terms = 0;
    for (Step step : steps) {
      FhirWrite write = write(step, names, violations);
      terms += write.index().terms().size();
      if (terms > FhirCommand.MAX_TERMS) {
        throw Refusal.of(
            413,
            Violation.LENGTH,
            "Bundle.entry",
            "too many names, codes and identifiers to be found by; send fewer entries at once");
      }
      writes.add(write);
    }
    if (!violations.isEmpty()) {
      throw Refusal.of(400, violations);
    }
    FhirCommand command = FhirCommand.of(writes, call.caller().scope());
    Optional<Idempotency> once = call.once(clock.instant());
    return once.map(command::once).orElse(command);
  }

  private List<Step> steps(List<Bundle.Entry> entries, List<Violation> violations) {
    List<Step> steps = new ArrayList<>();
    Set<ResourceKey> keys = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String where = "Bundle.entry[" + i + "]";
      Optional<Step> step = step(entries.get(i), where, violations);
      if (step.isPresent() && !keys.add(step.get().key())) {
        violations.add(new Violation(Violation.CONFLICT, where + ".request.url", "is named twice"));
      }
      step.ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> step(Bundle.Entry entry, String where, List<Violation> violations) {
    Optional<Resource> resource = entry.resource();
    String method = entry.request().flatMap(Bundle.Request::method).orElse("");
    String url = entry.request().flatMap(Bundle.Request::url).orElse("");
    if (resource.isEmpty()) {
      violations.add(
          new Violation(Violation.REQUIRED, where + ".resource", "a resource is required"));
      return Optional.empty();
    }
    entry.request().ifPresent(request -> refuseConditions(request, where, violations));
    String kind = resource.get().resourceType();
    if (!RecordKinds.has(kind)) {
      violations.add(
          new Violation(Violation.UNSUPPORTED, where + ".resource", "this kind is not kept here"));
      return Optional.empty();
    }
    if (method.equals("POST") && url.equals(kind)) {
      return Optional.of(new Step(entry, where, new ResourceKey(kind, ids.next()), 1));
    }
    String id = resource.get().id().orElse("");
    if (method.equals("PUT") && ResourceKey.isId(id) && url.equals(kind + "/" + id)) {
      return replacing(entry, new ResourceKey(kind, id), where, violations);
    }
    violations.add(
        new Violation(
            Violation.UNSUPPORTED,
            where + ".request",
            "must be POST to the kind, or PUT to the kind and id of the resource"));
    return Optional.empty();
  }

  // What is dropped in silence would change a record that its sender meant to leave alone.
  private static void refuseConditions(
      Bundle.Request request, String where, List<Violation> violations) {
    for (String condition : NOT_TAKEN) {
      if (request.json().members().containsKey(condition)) {
        violations.add(
            new Violation(
                Violation.UNSUPPORTED, where + ".request." + condition, "is not taken here"));
      }
    }
  }

  private Optional<Step> replacing(
      Bundle.Entry entry, ResourceKey key, String where, List<Violation> violations) {
    OptionalLong current = store.version(key);
    if (current.isEmpty() && store.isErased(key)) {
      throw RecordDesk.gone();
    }
    if (current.isEmpty()) {
      violations.add(
          new Violation(Violation.NOT_FOUND, where + ".request.url", RecordDesk.NONE_TO_REPLACE));
      return Optional.empty();
    }
    entry
        .request()
        .map(request -> Precondition.of(request, where + ".request"))
        .ifPresent(condition -> condition.require(current.getAsLong()));
    return Optional.of(new Step(entry, where, key, current.getAsLong() + 1));
  }

  private TransactionNames names(List<Step> steps, List<Violation> violations) {
    TransactionNames names = new TransactionNames(place);
    for (Step step : steps) {
      String name = step.entry().fullUrl().orElse("");
      TransactionNames.Target target = new TransactionNames.Target(step.key(), step.version());
      if (!name.isEmpty() && !names.add(name, target)) {
        violations.add(
            new Violation(
                Violation.CONFLICT, step.where() + ".fullUrl", "is given more than once"));
      }
    }
    return names;
  }

  private FhirWrite write(Step step, TransactionNames names, List<Violation> violations) {
    Resource resource = step.entry().resource().orElseThrow();
    String name = step.entry().fullUrl().orElse("");
    JsonValue resolved =
        names.resolved(resource.json(), name, step.where() + ".resource", violations);
    return records.version(Records.read(resolved), step.key(), step.version());
  }
}
