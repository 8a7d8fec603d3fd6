package id.simpul.health.internal.cbor;

import java.util.Arrays;

/** A byte string (RFC 8949, section 3.1, major type 2). Equal by content. */
public final class CborBytes implements CborValue {
  private final byte[] bytes;

  private CborBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The byte string of some bytes.
   *
   * @param bytes the content, copied
   * @return the byte string
   */
  public static CborBytes of(byte[] bytes) {
    return new CborBytes(bytes.clone());
  }

  static CborBytes ofOwn(byte[] bytes) {
    return new CborBytes(bytes);
  }

  /**
   * The content.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The content itself, for whoever does not change it. */
  byte[] own() {
    return bytes;
  }

  /**
   * How many bytes there are.
   *
   * @return bytes
   */
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CborBytes other && Arrays.equals(bytes, other.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "byte string of " + bytes.length;
  }
}
