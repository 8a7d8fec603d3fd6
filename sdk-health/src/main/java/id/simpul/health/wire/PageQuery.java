package id.simpul.health.wire;

import java.util.Objects;

/**
 * Asks for a page of entries of one kind.
 *
 * @param kind the kind: {@code farmasi}, or the code of a kind of facility
 * @param page from 1
 * @param size entries on a page
 */
public record PageQuery(String kind, int page, int size) {
  /** Checks that there is something to ask for. */
  public PageQuery {
    Objects.requireNonNull(kind, "kind");
    if (page < 1 || size < 1) {
      throw new IllegalArgumentException("Pages are counted from 1 and have an entry at least");
    }
  }
}
