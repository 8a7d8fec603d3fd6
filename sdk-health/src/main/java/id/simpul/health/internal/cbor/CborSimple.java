package id.simpul.health.internal.cbor;

/**
 * A simple value (RFC 8949, section 3.3).
 *
 * @param value 0 to 23, or 32 to 255
 */
public record CborSimple(int value) implements CborValue {
  /** The Boolean value false. */
  public static final CborSimple FALSE = new CborSimple(20);

  /** The Boolean value true. */
  public static final CborSimple TRUE = new CborSimple(21);

  /** The value null. */
  public static final CborSimple NULL = new CborSimple(22);

  /** The value undefined. */
  public static final CborSimple UNDEFINED = new CborSimple(23);

  /** Numbers from 24 to 31 belong to other items. */
  static final int FIRST_OF_TWO_BYTES = 32;

  /** Checks the number. */
  public CborSimple {
    if (value < 0 || value > 255 || (value >= 24 && value < FIRST_OF_TWO_BYTES)) {
      throw new IllegalArgumentException("A simple value is 0 to 23 or 32 to 255");
    }
  }
}
