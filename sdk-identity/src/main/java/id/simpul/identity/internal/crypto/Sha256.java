package id.simpul.identity.internal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) from the platform, which computes it with the processor's instructions. */
public final class Sha256 {
  private Sha256() {}

  /**
   * Digests a message.
   *
   * @param message any bytes, not changed
   * @return 32 bytes
   */
  public static byte[] digest(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
