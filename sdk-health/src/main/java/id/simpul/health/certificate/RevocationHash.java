package id.simpul.health.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * By what a certificate stands on a list of revoked ones: the first 16 bytes of a SHA-256 (Decision
 * (EU) 2022/483). It leads back to no number that was drawn at random; {@code toString} shows
 * nothing.
 *
 * @param high the first 8 bytes, big-endian
 * @param low the other 8
 */
public record RevocationHash(long high, long low) {
  /** Bytes of a hash. */
  public static final int LENGTH = RevocationQuestion.DIGEST_LENGTH;

  /**
   * The hash of a text, for example of a certificate's number.
   *
   * @param text any text, as UTF-8
   * @return its hash
   */
  public static RevocationHash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static RevocationHash of(byte[] content) {
    try {
      ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
      return new RevocationHash(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * A hash that somebody made.
   *
   * @param bytes its bytes
   * @return the hash
   * @throws IllegalArgumentException when they are not {@link #LENGTH}
   */
  public static RevocationHash ofBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A hash has " + LENGTH + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new RevocationHash(buffer.getLong(), buffer.getLong());
  }

  /**
   * The hash as lists have it.
   *
   * @return {@link #LENGTH} bytes
   */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  @Override
  public String toString() {
    return "hash of a certificate";
  }
}
