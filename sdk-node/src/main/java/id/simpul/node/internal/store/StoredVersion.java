package id.simpul.node.internal.store;

import id.simpul.health.wire.ResourceKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A version of a resource that is on disk, without what it says.
 *
 * @param key the resource
 * @param version its number, from 1
 * @param lastUpdated when it was written
 */
public record StoredVersion(ResourceKey key, long version, Instant lastUpdated) {
  /** Checks that there are a resource and a time. */
  public StoredVersion {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(lastUpdated, "lastUpdated");
  }
}
