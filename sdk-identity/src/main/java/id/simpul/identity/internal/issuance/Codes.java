package id.simpul.identity.internal.issuance;

import id.simpul.identity.internal.crypto.HmacSha256;
import id.simpul.identity.internal.crypto.Sha256;
import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Codes that must not be guessed, and what of them may be kept. */
public final class Codes {
  /** Bytes of a code: 256 bits. */
  public static final int CODE_BYTES = 32;

  /** Characters of a code, and of a digest. */
  public static final int CODE_LENGTH = 43;

  private Codes() {}

  /**
   * A fresh code.
   *
   * @param random a strong source
   * @return {@value #CODE_LENGTH} characters of base64url
   */
  public static String fresh(SecureRandom random) {
    byte[] code = new byte[CODE_BYTES];
    random.nextBytes(code);
    return Base64Url.encode(code);
  }

  /**
   * What is kept of a code: nobody finds the code from it, because it was drawn from 2^256.
   *
   * @param code the code
   * @return {@value #CODE_LENGTH} characters of base64url
   */
  public static String digest(String code) {
    return Base64Url.encode(Sha256.digest(code.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What is kept of something short, which cannot be found from it without the key.
   *
   * @param key a secret that is not kept
   * @param purpose what it is, so that one key serves several
   * @param value the short text
   * @return {@value #CODE_LENGTH} characters of base64url
   */
  public static String keyed(String key, String purpose, String value) {
    String message = purpose + "\n" + value;
    HmacSha256 mac = new HmacSha256(key.getBytes(StandardCharsets.UTF_8));
    return Base64Url.encode(mac.of(message.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Compares two texts in a time that depends on their lengths alone.
   *
   * @param a one
   * @param b the other
   * @return true when they are equal
   */
  public static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
