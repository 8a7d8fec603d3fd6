package id.simpul.queue;

import id.simpul.core.spi.PayloadCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256 in GCM (NIST SP 800-38D), a random nonce for each payload and its context authenticated
 * with it; fingerprints are HMAC-SHA-256 under a key of their own. Thread-safe. Where the key comes
 * from, and that it is not lost, is the caller's business.
 */
public final class AesGcmCipher implements PayloadCipher {
  /** The bytes of a key. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String AES = "AES/GCM/NoPadding";
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec sealing;
  private final SecretKeySpec printing;
  private final SecureRandom random = new SecureRandom();

  private AesGcmCipher(byte[] key) {
    // Two keys from one, so that neither use tells of the other.
    this.sealing = new SecretKeySpec(hmac(new SecretKeySpec(key, HMAC), "seal"), "AES");
    this.printing = new SecretKeySpec(hmac(new SecretKeySpec(key, HMAC), "print"), HMAC);
  }

  /**
   * Makes a cipher.
   *
   * @param key {@link #KEY_BYTES} random bytes; copied
   * @return the cipher
   */
  public static AesGcmCipher of(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes");
    }
    return new AesGcmCipher(key);
  }

  @Override
  public byte[] seal(byte[] payload, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(payload);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES in GCM", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < NONCE_BYTES) {
      throw unreadable(null);
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private static QueueException unreadable(@Nullable GeneralSecurityException cause) {
    return new QueueException(QueueException.Kind.UNREADABLE, "a payload", "open", cause);
  }

  @Override
  public byte[] fingerprint(byte[] payload) {
    return mac(printing).doFinal(payload);
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(AES);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "AesGcmCipher";
  }
}
