package id.simpul.health.internal.cbor;

/**
 * A floating-point number (RFC 8949, section 3.3), whichever width it came in.
 *
 * @param value the number, which may be infinite or no number
 */
public record CborFloat(double value) implements CborValue {
  @Override
  public String toString() {
    return "number";
  }
}
