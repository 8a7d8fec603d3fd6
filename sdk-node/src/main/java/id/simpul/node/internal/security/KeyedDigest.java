package id.simpul.node.internal.security;

import id.simpul.node.internal.store.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests that nobody without the node's secret can make or try out (HMAC-SHA-256, RFC 2104), under
 * a key for one purpose. Thread-safe.
 */
public final class KeyedDigest {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Derives the key of a purpose.
   *
   * @param secret the node's own secret, the same in all its processes
   * @param purpose what the digests are for; another purpose has another key
   */
  public KeyedDigest(byte[] secret, String purpose) {
    byte[] derived =
        mac(new SecretKeySpec(secret, HMAC)).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    this.key = new SecretKeySpec(derived, HMAC);
  }

  /**
   * Digests some content.
   *
   * @param content any bytes
   * @return its digest
   */
  public Digest of(byte[] content) {
    return Digest.ofBytes(mac(key).doFinal(content));
  }

  /**
   * Digests texts; each counts with its length, so that two never read like one.
   *
   * @param texts the texts
   * @return their digest
   */
  public Digest of(String... texts) {
    Mac mac = mac(key);
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      mac.update(bytes);
    }
    return Digest.ofBytes(mac.doFinal());
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
