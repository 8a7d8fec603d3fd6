package id.simpul.health.reconciliation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * To change what a record says of the vial, the place or, by one, the day to what stands. It never
 * changes who got the dose, its number or whether it was given. It holds both originals, names its
 * fields instead of counting list positions, and is good for one version of the record alone:
 * whoever sends it sends {@link #ifMatch()} along, and reconciles anew when the register refuses
 * it. {@code toString} shows register and fields alone. Immutable.
 */
public final class PatchSuggestion implements Suggestion {
  private final DoseStatement target;
  private final Map<DoseField, DoseStatement> changes;

  PatchSuggestion(DoseStatement target, Map<DoseField, DoseStatement> changes) {
    this.target = target;
    this.changes = Collections.unmodifiableMap(new EnumMap<>(changes));
  }

  @Override
  public Register register() {
    return target.register();
  }

  /**
   * The statement that would be replaced.
   *
   * @return the original
   */
  public DoseStatement target() {
    return target;
  }

  /**
   * The version the record must still have, as FHIR wants it in the header {@code If-Match}.
   *
   * @return a weak entity tag, for example {@code W/"3"}
   */
  public String ifMatch() {
    return "W/\"" + target.version().tag() + "\"";
  }

  /**
   * The fields to change, each with the statement whose value stands.
   *
   * @return an unmodifiable map in the order of the fields, never empty
   */
  public Map<DoseField, DoseStatement> changes() {
    return changes;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PatchSuggestion other
        && target.equals(other.target)
        && changes.equals(other.changes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(target, changes);
  }

  @Override
  public String toString() {
    return "PatchSuggestion[" + register() + ", " + changes.keySet() + "]";
  }
}
