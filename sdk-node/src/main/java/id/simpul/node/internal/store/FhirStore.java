package id.simpul.node.internal.store;

import id.simpul.health.wire.ResourceKey;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * The health records of a node, every version of each. Contents are encrypted, and searched for by
 * keyed digests alone; whoever writes makes both. Writes return at once and are acknowledged after
 * the commit, as those of {@link Store}; reads block the calling thread and throw {@link
 * StoreException}.
 */
public interface FhirStore {
  /**
   * Writes versions of resources, an event for each, all or none.
   *
   * @param command what to write
   * @return what became of it; fails with a {@link StoreException} when the store did not do it
   */
  CompletableFuture<FhirOutcome> write(FhirCommand command);

  /**
   * What was done under a key before. {@link #write} looks too; this is for a request that is
   * refused by what is stored now, perhaps because it was carried out already.
   *
   * @param once the key and what is asked under it now
   * @return {@link FhirOutcome.Replayed} or {@link FhirOutcome.KeyConflict}; empty when the key is
   *     free; fails with a {@link StoreException} when the store could not look
   */
  CompletableFuture<Optional<FhirOutcome>> earlier(Idempotency once);

  /**
   * Erases a resource: all its versions and by what it is found. Its events stay, its id is never
   * used again, and the files of the database hold nothing of it once no reader looks at what was
   * there before. Done twice, it is done once.
   *
   * @param erasure what to erase
   * @return what became of it; fails with a {@link StoreException} when the store did not do it
   */
  CompletableFuture<FhirErasure.Outcome> erase(FhirErasure erasure);

  /**
   * Whether a resource was erased.
   *
   * @param key the resource
   * @return false also when there never was one
   */
  boolean isErased(ResourceKey key);

  /**
   * Tells copies of records apart that were made before an erasure and after it.
   *
   * @return the sequence of the last erasure's event, 0 when nothing was ever erased
   */
  long lastErasure();

  /**
   * Who saw which records.
   *
   * @return the one trail; it ends with this store
   */
  FhirTrail trail();

  /**
   * Waits for what is being written: whatever was given a time before this was called is on disk
   * when it completes.
   *
   * @return completes then; fails with a {@link StoreException} when the store cannot write
   */
  CompletableFuture<Void> settled();

  /**
   * The current version of a resource.
   *
   * @param key the resource
   * @return the version, or empty when there is no such resource
   */
  Optional<StoredResource> find(ResourceKey key);

  /**
   * The number of the current version of a resource, for who needs nothing of its content.
   *
   * @param key the resource
   * @return the number, or empty when there is no such resource
   */
  OptionalLong version(ResourceKey key);

  /**
   * A version of a resource.
   *
   * @param key the resource
   * @param version its number, from 1
   * @return the version, or empty when there is none
   */
  Optional<StoredResource> find(ResourceKey key, long version);

  /**
   * A page of the versions of a resource, the last first.
   *
   * @param key the resource
   * @param before the number of the version before the page; {@link Long#MAX_VALUE} for the first
   * @param limit how many versions it has at most, 0 to {@value FhirSearch#MAX_LIMIT}
   * @return a page, with the number of all versions, 0 when there is no resource
   */
  FhirPage versions(ResourceKey key, long before, int limit);

  /**
   * Finds resources by what their current versions say. How many there are is counted with the
   * first page alone.
   *
   * @param search what to find
   * @return a page, in the order the resources were made
   * @throws StoreException {@link StoreException.Kind#TOO_COSTLY} when it takes longer than a
   *     search may
   */
  FhirPage search(FhirSearch search);

  /**
   * The same for who goes through all of it, page by page: nothing is counted, and it takes as long
   * as it takes.
   *
   * @param search what to find
   * @return a page, in the order the resources were made
   */
  FhirPage walk(FhirSearch search);
}
