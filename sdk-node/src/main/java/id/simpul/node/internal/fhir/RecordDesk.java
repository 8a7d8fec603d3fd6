package id.simpul.node.internal.fhir;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.Created;
import id.simpul.health.wire.FhirR4;
import id.simpul.health.wire.ResourceKey;
import id.simpul.health.wire.ResourcePatch;
import id.simpul.health.wire.ResourceVersion;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.OpaqueIds;
import id.simpul.node.internal.store.StoredResource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Carries out what is done with single records. Nothing waits on the calling thread. Thread-safe.
 */
final class RecordDesk {
  /** How often a change is tried anew when others change the same record meanwhile. */
  static final int ATTEMPTS = 5;

  /** Why a resource is not replaced. */
  static final String NONE_TO_REPLACE = "there is no such resource, and ids are the node's to give";

  private static final String IF_NONE_EXIST = "If-None-Exist";

  private final FhirStore store;
  private final Records records;
  private final BlockingWork work;
  private final Accesses accesses;
  private final OpaqueIds ids;
  private final InstantSource clock;

  RecordDesk(FhirStore store, Records records, BlockingWork work, InstantSource clock) {
    this.store = store;
    this.records = records;
    this.work = work;
    this.accesses = new Accesses(store.trail(), work);
    this.ids = new OpaqueIds(clock);
    this.clock = clock;
  }

  CompletableFuture<Resource> read(ResourceKey key, CallContext call) {
    return accesses.shown(
        call, FhirR4.READ, key.resourceType(), work.submit(() -> Records.shown(current(key))));
  }

  CompletableFuture<Resource> readVersion(ResourceVersion version, CallContext call) {
    CompletableFuture<Resource> found =
        work.submit(() -> {
          long number = Precondition.version(version.versionId());
          return store
              .find(version.key(), number)
              .map(Records::shown)
              .orElseThrow(() -> absent(store, version.key()));
        });
    return accesses.shown(call, FhirR4.READ_VERSION, version.key().resourceType(), found);
  }

  CompletableFuture<Created> create(Resource resource, CallContext call) {
    return work.submit(
            () -> {
              if (call.headers().first(IF_NONE_EXIST).isPresent()) {
                throw Refusal.of(400, Violation.UNSUPPORTED, IF_NONE_EXIST, "is not taken here");
              }
              Records.requireSound(resource);
              return records.version(
                  resource, new ResourceKey(resource.resourceType(), ids.next()), 1);
            })
        .thenCompose(version -> write(version, call).thenCompose(o -> written(o, version)))
        .thenApply(Created::of);
  }

  CompletableFuture<Resource> update(Resource resource, CallContext call) {
    ResourceKey key = new ResourceKey(resource.resourceType(), resource.id().orElseThrow());
    return change(
        key,
        call,
        found -> {
          if (found.isEmpty() && store.isErased(key)) {
            throw gone();
          }
          if (found.isEmpty()) {
            throw Refusal.of(405, Violation.NOT_FOUND, key.resourceType(), NONE_TO_REPLACE)
                .with("Allow", "GET, PATCH");
          }
          return resource;
        });
  }

  CompletableFuture<Resource> patch(ResourcePatch change, CallContext call) {
    return change(
        change.key(),
        call,
        found -> patched(change, found.orElseThrow(() -> absent(store, change.key()))));
  }

  private static Resource patched(ResourcePatch change, StoredResource found) {
    Resource changed;
    try {
      changed = FhirJson.of(PatchedJson.of(Records.shown(found).json(), change.patch()));
    } catch (FormatException e) {
      // What a patch makes of a resource is its sender's affair.
      throw Refusal.of(422, Violation.MALFORMED, e.where(), e.reason());
    }
    boolean same =
        changed.resourceType().equals(change.key().resourceType())
            && changed.id().equals(Optional.of(change.key().id()));
    if (!same) {
      throw Refusal.of(422, Violation.UNSUPPORTED, "", "the id and kind of a resource stay");
    }
    return changed;
  }

  private CompletableFuture<Resource> change(
      ResourceKey key, CallContext call, Function<Optional<StoredResource>, Resource> change) {
    return attempt(key, call, change, ATTEMPTS);
  }

  // What is written stands on what was read: when another came between, it is read again.
  private CompletableFuture<Resource> attempt(
      ResourceKey key,
      CallContext call,
      Function<Optional<StoredResource>, Resource> change,
      int left) {
    Precondition condition = Precondition.of(call.headers());
    return work.begin(() -> {
      FhirWrite version;
      try {
        version = next(key, condition, change);
      } catch (Refusal refusal) {
        return Replays.earlier(store, call.once(clock.instant()), refusal)
            .thenCompose(outcome -> notWritten(outcome, key.resourceType()));
      }
      return write(version, call)
          .thenCompose(outcome -> {
            boolean overtaken = outcome instanceof FhirOutcome.OtherVersion;
            return overtaken && !condition.isGiven() && left > 1
                ? attempt(key, call, change, left - 1)
                : written(outcome, version);
          });
    });
  }

  private FhirWrite next(
      ResourceKey key,
      Precondition condition,
      Function<Optional<StoredResource>, Resource> change) {
    Optional<StoredResource> found = store.find(key);
    Resource changed = change.apply(found);
    Records.requireSound(changed);
    long version = found.map(f -> f.version().version()).orElse(0L);
    condition.require(version);
    return records.version(changed, key, version + 1);
  }

  private CompletableFuture<FhirOutcome> write(FhirWrite version, CallContext call) {
    FhirCommand command = FhirCommand.of(List.of(version), call.caller().scope());
    Optional<Idempotency> once = call.once(clock.instant());
    return store.write(once.map(command::once).orElse(command));
  }

  private CompletableFuture<Resource> written(FhirOutcome outcome, FhirWrite version) {
    if (outcome instanceof FhirOutcome.Written written) {
      // Not here: this is the thread that writes, and others wait for it.
      return work.finish(() -> Records.shown(version, written.versions().get(0)));
    }
    return notWritten(outcome, version.key().resourceType());
  }

  private CompletableFuture<Resource> notWritten(FhirOutcome outcome, String kind) {
    if (outcome instanceof FhirOutcome.Replayed replayed) {
      return work.submit(() -> Replays.shown(store, replayed).get(0));
    }
    throw Replays.refusal(outcome, kind, kind);
  }

  private StoredResource current(ResourceKey key) {
    return store.find(key).orElseThrow(() -> absent(store, key));
  }

  /** Why a resource that was not found is not there. */
  static Refusal absent(FhirStore store, ResourceKey key) {
    return store.isErased(key) ? gone() : missing();
  }

  static Refusal gone() {
    return Refusal.of(410, "deleted", "", "the resource was erased, and its id stays unused");
  }

  private static Refusal missing() {
    return Refusal.of(404, Violation.NOT_FOUND, "", "there is no such resource");
  }
}
