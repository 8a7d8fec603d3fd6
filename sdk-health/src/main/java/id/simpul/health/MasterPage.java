package id.simpul.health;

import java.util.List;

/**
 * A page of master data.
 *
 * @param items the entries
 * @param page which page it is, from 1
 * @param total what the server counts in all: products for KFA, pages for facilities; 0 when it
 *     does not say
 * @param <T> an entry
 */
public record MasterPage<T>(List<T> items, int page, int total) {
  /** Copies the entries. */
  public MasterPage {
    items = List.copyOf(items);
  }
}
