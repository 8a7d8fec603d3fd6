package id.simpul.health.wire;

import java.util.Objects;

/**
 * A version of a resource on a server.
 *
 * @param key the resource
 * @param versionId the version: 1 to 64 letters, digits, {@code -} and {@code .}
 */
public record ResourceVersion(ResourceKey key, String versionId) {
  /** Checks the form of the version. */
  public ResourceVersion {
    Objects.requireNonNull(key, "key");
    if (!ResourceKey.isId(versionId)) {
      throw new IllegalArgumentException("A version has 1 to 64 letters, digits, dots and hyphens");
    }
  }
}
