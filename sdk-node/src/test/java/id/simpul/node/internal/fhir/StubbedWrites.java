package id.simpul.node.internal.fhir;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirErasure;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.FhirTrail;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.StoredResource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A store of which a test decides what happens when it writes.
 *
 * @param store reads
 * @param writer writes
 */
record StubbedWrites(FhirStore store, Function<FhirCommand, CompletableFuture<FhirOutcome>> writer)
    implements FhirStore {

  @Override
  public CompletableFuture<FhirOutcome> write(FhirCommand command) {
    return writer.apply(command);
  }

  @Override
  public CompletableFuture<Optional<FhirOutcome>> earlier(Idempotency once) {
    return store.earlier(once);
  }

  @Override
  public CompletableFuture<FhirErasure.Outcome> erase(FhirErasure erasure) {
    return store.erase(erasure);
  }

  @Override
  public boolean isErased(ResourceKey key) {
    return store.isErased(key);
  }

  @Override
  public long lastErasure() {
    return store.lastErasure();
  }

  @Override
  public FhirTrail trail() {
    return store.trail();
  }

  @Override
  public CompletableFuture<Void> settled() {
    return store.settled();
  }

  @Override
  public Optional<StoredResource> find(ResourceKey key) {
    return store.find(key);
  }

  @Override
  public OptionalLong version(ResourceKey key) {
    return store.version(key);
  }

  @Override
  public Optional<StoredResource> find(ResourceKey key, long version) {
    return store.find(key, version);
  }

  @Override
  public FhirPage versions(ResourceKey key, long before, int limit) {
    return store.versions(key, before, limit);
  }

  @Override
  public FhirPage search(FhirSearch search) {
    return store.search(search);
  }

  @Override
  public FhirPage walk(FhirSearch search) {
    return store.walk(search);
  }
}
