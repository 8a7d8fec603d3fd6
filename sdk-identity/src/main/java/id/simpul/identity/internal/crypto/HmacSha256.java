package id.simpul.identity.internal.crypto;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key, from the platform. Immutable, thread-safe;
 * shows nothing of its key.
 */
public final class HmacSha256 {
  /** Bytes of a result. */
  public static final int LENGTH = 32;

  private static final String NAME = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A function of its own.
   *
   * @param key the key, at least one byte, copied
   */
  public HmacSha256(byte[] key) {
    this.key = new SecretKeySpec(key, NAME);
  }

  /**
   * The code of a message.
   *
   * @param message any bytes, not changed
   * @return {@link #LENGTH} bytes
   */
  public byte[] of(byte[] message) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(key);
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
