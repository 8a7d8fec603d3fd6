package id.simpul.core.format;

/**
 * How much a reader takes before it refuses. Every reader of Simpul works under limits; there is no
 * unlimited read.
 *
 * @param maxBytes bytes of the whole document
 * @param maxDepth nesting of objects, arrays or elements
 * @param maxStringLength characters of one string or text
 * @param maxNameLength characters of one member, element or attribute name
 * @param maxNumberLength characters of one number
 * @param maxNodes values, elements and attributes in the whole document
 */
public record Limits(
    int maxBytes,
    int maxDepth,
    int maxStringLength,
    int maxNameLength,
    int maxNumberLength,
    int maxNodes) {

  /** Default for {@link #maxBytes()}: 10 MiB, a full page of a thousand reports and more. */
  public static final int DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

  /** Default for {@link #maxDepth()}. */
  public static final int DEFAULT_MAX_DEPTH = 64;

  /** Default for {@link #maxStringLength()}. */
  public static final int DEFAULT_MAX_STRING_LENGTH = 1024 * 1024;

  /** Default for {@link #maxNameLength()}. */
  public static final int DEFAULT_MAX_NAME_LENGTH = 256;

  /** Default for {@link #maxNumberLength()}. */
  public static final int DEFAULT_MAX_NUMBER_LENGTH = 128;

  /** Default for {@link #maxNodes()}: a page of a thousand reports has some 25,000. */
  public static final int DEFAULT_MAX_NODES = 250_000;

  /** The defaults, right for answers of a node. */
  public static final Limits DEFAULT =
      new Limits(
          DEFAULT_MAX_BYTES,
          DEFAULT_MAX_DEPTH,
          DEFAULT_MAX_STRING_LENGTH,
          DEFAULT_MAX_NAME_LENGTH,
          DEFAULT_MAX_NUMBER_LENGTH,
          DEFAULT_MAX_NODES);

  /** Checks that every limit is positive. */
  public Limits {
    if (maxBytes < 1
        || maxDepth < 1
        || maxStringLength < 1
        || maxNameLength < 1
        || maxNumberLength < 1
        || maxNodes < 1) {
      throw new IllegalArgumentException("Limits must be positive");
    }
  }

  /**
   * These limits with another size.
   *
   * @param bytes the new {@link #maxBytes()}, positive
   * @return a copy
   */
  public Limits withMaxBytes(int bytes) {
    return new Limits(bytes, maxDepth, maxStringLength, maxNameLength, maxNumberLength, maxNodes);
  }
}
