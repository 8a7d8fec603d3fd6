package id.simpul.health.internal.cbor;

import java.util.List;

/**
 * An array (RFC 8949, section 3.1, major type 4).
 *
 * @param items the items in order, unmodifiable
 */
public record CborArray(List<CborValue> items) implements CborValue {
  /** Copies the items. */
  public CborArray {
    items = List.copyOf(items);
  }

  /**
   * The array of some items.
   *
   * @param items the items
   * @return the array
   */
  public static CborArray of(CborValue... items) {
    return new CborArray(List.of(items));
  }

  @Override
  public String toString() {
    return "array of " + items.size();
  }
}
