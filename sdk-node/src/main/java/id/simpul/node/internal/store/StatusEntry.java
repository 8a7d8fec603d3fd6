package id.simpul.node.internal.store;

import java.time.Instant;

/**
 * A row of the index that says which status a report has from one event on. Rows are only added.
 *
 * @param status the status, 1 to {@value #MAX_STATUS_LENGTH} characters
 * @param updatedAt since when, cut to microseconds
 */
public record StatusEntry(String status, Instant updatedAt) {
  /** The longest status in characters. */
  public static final int MAX_STATUS_LENGTH = 40;

  /** Checks both. */
  public StatusEntry {
    Texts.bounded("status", status, MAX_STATUS_LENGTH);
    updatedAt = Texts.stored("updatedAt", updatedAt);
  }
}
