package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import java.time.Instant;
import java.util.Objects;

/**
 * Which version of a record a statement was read from.
 *
 * @param tag what the register calls it (FHIR's {@code meta.versionId}), opaque; 1 to {@link
 *     #MAX_LENGTH} characters that may stand in an entity tag: visible ASCII, no quotation mark
 * @param lastUpdated when the register made it; versions of a record are ordered by this alone
 */
public record RecordVersion(String tag, Instant lastUpdated) {
  /** The most characters of a tag. */
  public static final int MAX_LENGTH = 100;

  /**
   * Checks both parts.
   *
   * @throws ValidationException when the tag is blank, too long or holds other characters
   */
  public RecordVersion {
    Objects.requireNonNull(lastUpdated, "lastUpdated");
    Checks checks = new Checks();
    checks.required("tag", tag, MAX_LENGTH);
    checks.entityTag("tag", tag);
    checks.throwIfAny("RecordVersion");
  }
}
