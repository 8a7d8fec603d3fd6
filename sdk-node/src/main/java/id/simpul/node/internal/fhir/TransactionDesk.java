package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String URN = "urn:";

  private final FhirStore store;
  private final Records records;
  private final SearchBundles bundles;
  private final BlockingWork work;
  private final OpaqueIds ids;
  private final InstantSource clock;

  TransactionDesk(
      FhirStore store, Records records, Place place, BlockingWork work, InstantSource clock) {
    this.store = store;
    this.records = records;
    this.bundles = new SearchBundles(place);
    this.work = work;
    this.ids = new OpaqueIds(clock);
    this.clock = clock;
  }

  private record Step(Bundle.Entry entry, ResourceKey key, boolean isNew) {}

  CompletableFuture<Bundle> transact(Bundle bundle, CallContext call) {
    return work.begin(() -> {
      FhirCommand command;
      try {
        command = command(bundle, call);
      } catch (Refusal refusal) {
        return Replays.earlier(store, call.once(clock.instant()), refusal)
            .thenApply(outcome -> answer(outcome, List.of()));
      }
      return store.write(command).thenApply(o -> answer(o, command.writes()));
    });
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
    Map<String, ResourceKey> names = names(steps, violations);
    if (!violations.isEmpty()) {
      throw Refusal.of(400, violations);
    }
    List<FhirWrite> writes = new ArrayList<>();
    int terms = 0;
    for (int i = 0; i < steps.size(); i++) {
      FhirWrite write = write(steps.get(i), "Bundle.entry[" + i + "]", names, violations);
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
    if (entry.request().flatMap(Bundle.Request::ifNoneExist).isPresent()) {
      violations.add(
          new Violation(
              Violation.UNSUPPORTED, where + ".request.ifNoneExist", "is not taken here"));
    }
    String kind = resource.get().resourceType();
    if (!RecordKinds.has(kind)) {
      violations.add(
          new Violation(Violation.UNSUPPORTED, where + ".resource", "this kind is not kept here"));
      return Optional.empty();
    }
    if (method.equals("POST") && url.equals(kind)) {
      return Optional.of(new Step(entry, new ResourceKey(kind, ids.next()), true));
    }
    String id = resource.get().id().orElse("");
    if (method.equals("PUT") && ResourceKey.isId(id) && url.equals(kind + "/" + id)) {
      return Optional.of(new Step(entry, new ResourceKey(kind, id), false));
    }
    violations.add(
        new Violation(
            Violation.UNSUPPORTED,
            where + ".request",
            "must be POST to the kind, or PUT to the kind and id of the resource"));
    return Optional.empty();
  }

  private static Map<String, ResourceKey> names(List<Step> steps, List<Violation> violations) {
    Map<String, ResourceKey> names = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      String name = steps.get(i).entry().fullUrl().orElse("");
      if (!name.isEmpty() && names.put(name, steps.get(i).key()) != null) {
        violations.add(
            new Violation(
                Violation.CONFLICT, "Bundle.entry[" + i + "].fullUrl", "is given more than once"));
      }
    }
    return names;
  }

  private FhirWrite write(
      Step step, String where, Map<String, ResourceKey> names, List<Violation> violations) {
    Resource resource = step.entry().resource().orElseThrow();
    JsonValue resolved = resolved(resource.json(), where + ".resource", names, violations);
    long version = 1;
    if (!step.isNew()) {
      long current = store.version(step.key()).orElseThrow(RecordDesk::missing);
      step.entry()
          .request()
          .flatMap(Bundle.Request::ifMatch)
          .map(Precondition::of)
          .ifPresent(condition -> condition.require(current));
      version = current + 1;
    }
    return records.version(Records.read(resolved), step.key(), version);
  }

  private static JsonValue resolved(
      JsonValue value, String where, Map<String, ResourceKey> names, List<Violation> violations) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder members = JsonObject.builder();
      object
          .members()
          .forEach((name, member) -> {
            String at = where + "." + name;
            members.put(
                name,
                name.equals("reference") && member instanceof JsonString text
                    ? new JsonString(resolved(text.value(), at, names, violations))
                    : resolved(member, at, names, violations));
          });
      return members.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        items.add(resolved(array.items().get(i), where + "[" + i + "]", names, violations));
      }
      return new JsonArray(items);
    }
    return value;
  }

  private static String resolved(
      String reference, String where, Map<String, ResourceKey> names, List<Violation> violations) {
    ResourceKey key = names.get(reference);
    if (key != null) {
      return key.resourceType() + "/" + key.id();
    }
    if (reference.startsWith(URN) || reference.indexOf('?') >= 0) {
      violations.add(
          new Violation(Violation.NOT_FOUND, where, "points at nothing within the transaction"));
    }
    return reference;
  }
}
