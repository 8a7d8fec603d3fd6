package id.simpul.identity.wire;

import java.util.Objects;

/**
 * Which token of which status list is asked for, where an issuer has several.
 *
 * @param list the number of the list, 1 to {@value #MAX_LIST}
 * @param query which of its tokens
 */
public record NumberedListQuery(int list, StatusListQuery query) {
  /** The highest number a list can have. */
  public static final int MAX_LIST = 9_999;

  /** Checks the number. */
  public NumberedListQuery {
    if (list < 1 || list > MAX_LIST) {
      throw new IllegalArgumentException("A status list has a number from 1 to " + MAX_LIST);
    }
    Objects.requireNonNull(query, "query");
  }
}
