package id.simpul.health;

import java.util.List;

/**
 * A page of master data.
 *
 * @param items the entries
 * @param page which page it is, from 1
 * @param totalItems how many entries there are on all pages, as KFA tells; 0 when the server does
 *     not say
 * @param totalPages how many pages there are, as the index of facilities tells; 0 when the server
 *     does not say
 * @param <T> an entry
 */
public record MasterPage<T>(List<T> items, int page, int totalItems, int totalPages) {
  /** Copies the entries. */
  public MasterPage {
    items = List.copyOf(items);
  }
}
