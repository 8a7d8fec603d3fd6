package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * That somebody saw health records. Nothing of what they say, nor of what was searched for.
 *
 * @param actor who saw them
 * @param operation the operation that showed them
 * @param type the kind of resource
 * @param records how many were shown of each id, versions of one counted apart; at most {@value
 *     #MAX_NAMED} ids. Under {@code ""} those that are not named one by one
 */
public record FhirAccess(String actor, String operation, String type, Map<String, Long> records) {
  /** The most records that are named at once: those of a page. */
  public static final int MAX_NAMED = 100;

  /** Copies the numbers, and checks them. */
  public FhirAccess {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(type, "type");
    records = Map.copyOf(records);
    if (records.isEmpty() || records.size() > MAX_NAMED) {
      throw new IllegalArgumentException(
          "An access names 1 to " + MAX_NAMED + " records, not " + records.size());
    }
  }

  /**
   * An access to one record, or to some that are not named, as it is on disk.
   *
   * @param number its place among all, from 1
   * @param at when
   * @param actor who
   * @param operation by which operation
   * @param type the kind of resource
   * @param id the resource, or {@code ""}
   * @param records how many records or versions
   */
  public record Kept(
      long number,
      Instant at,
      String actor,
      String operation,
      String type,
      String id,
      long records) {
    /** Checks that all is given. */
    public Kept {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(id, "id");
    }
  }
}
