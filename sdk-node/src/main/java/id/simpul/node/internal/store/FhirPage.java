package id.simpul.node.internal.store;

import java.util.List;
import java.util.OptionalInt;

/**
 * A page of what was found.
 *
 * @param found the resources
 * @param more whether there are others behind it
 * @param total how many there are on all pages; empty when nobody counted, when that took longer
 *     than a search may, or there are more than {@value #MAX_COUNTED}
 */
public record FhirPage(List<StoredResource> found, boolean more, OptionalInt total) {
  /** The most resources that are counted. */
  public static final int MAX_COUNTED = 10_000;

  /**
   * How many bytes of contents, as they are sealed, a page has at most: 4 MiB. It ends before the
   * content that would be one too many, with one resource at least.
   */
  public static final int MAX_BYTES = 4 << 20;

  /** Copies the list. */
  public FhirPage {
    found = List.copyOf(found);
  }
}
