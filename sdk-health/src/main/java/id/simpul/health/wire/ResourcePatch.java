package id.simpul.health.wire;

import id.simpul.health.JsonPatch;
import java.util.Objects;

/**
 * Changes to one resource.
 *
 * @param key the resource
 * @param patch the changes
 */
public record ResourcePatch(ResourceKey key, JsonPatch patch) {
  /** Checks that both are given. */
  public ResourcePatch {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(patch, "patch");
  }
}
