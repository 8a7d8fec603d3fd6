package id.simpul.health;

import java.util.Objects;

/**
 * One version of a record, as it was read.
 *
 * @param id the record's id
 * @param versionId the version, {@code meta.versionId} or the entity tag without its frame
 */
public record ResourceVersion(String id, String versionId) {
  /** Checks that both are given. */
  public ResourceVersion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(versionId, "versionId");
  }
}
