package id.simpul.node.internal.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. Immutable; {@code equals} takes constant time. */
public final class Digest {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  /** Thirty-two zero bytes: what precedes the first event. */
  public static final Digest ZERO = new Digest(new byte[LENGTH]);

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Digests some content.
   *
   * @param content any bytes
   * @return their SHA-256 digest
   */
  public static Digest of(byte[] content) {
    try {
      return new Digest(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * A digest that was computed before.
   *
   * @param bytes exactly {@value #LENGTH} bytes, copied
   * @return the digest
   */
  public static Digest ofBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A digest has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Digest(bytes.clone());
  }

  /**
   * The digest itself.
   *
   * @return a copy of its {@value #LENGTH} bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Digest other && MessageDigest.isEqual(bytes, other.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
