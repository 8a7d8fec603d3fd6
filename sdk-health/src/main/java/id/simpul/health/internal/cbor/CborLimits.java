package id.simpul.health.internal.cbor;

/**
 * How much a reader of CBOR takes before it refuses.
 *
 * @param maxBytes bytes of the whole item
 * @param maxDepth nesting of arrays, maps and tags
 * @param maxItems items, chunks of strings, keys and values, each counted
 */
public record CborLimits(int maxBytes, int maxDepth, int maxItems) {
  /** Default for {@link #maxDepth()}: a health certificate has six. */
  public static final int DEFAULT_MAX_DEPTH = 16;

  /** Default for {@link #maxItems()}: a health certificate has some eighty. */
  public static final int DEFAULT_MAX_ITEMS = 2_000;

  /** Checks that every limit is positive. */
  public CborLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxItems < 1) {
      throw new IllegalArgumentException("Limits must be positive");
    }
  }

  /**
   * The defaults for documents of a size.
   *
   * @param bytes the largest document
   * @return the limits
   */
  public static CborLimits ofBytes(int bytes) {
    return new CborLimits(bytes, DEFAULT_MAX_DEPTH, DEFAULT_MAX_ITEMS);
  }
}
