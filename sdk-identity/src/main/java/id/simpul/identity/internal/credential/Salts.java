package id.simpul.identity.internal.credential;

import id.simpul.identity.internal.jose.Base64Url;
import java.security.SecureRandom;

/** Random texts that keep a hidden claim from being guessed (RFC 9901, sections 9.3 and 9.4). */
public final class Salts {
  /** Bytes of a salt: 128 bits. */
  public static final int SALT_BYTES = 16;

  private final SecureRandom random;

  /**
   * Salts from a source.
   *
   * @param random a strong source
   */
  public Salts(SecureRandom random) {
    this.random = random;
  }

  /**
   * A fresh salt.
   *
   * @return 22 characters of base64url
   */
  public String salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Base64Url.encode(salt);
  }

  /**
   * A digest that belongs to nothing (RFC 9901, section 4.2.5).
   *
   * @return what the digest of a disclosure looks like
   */
  String decoy() {
    return DigestAlgorithm.SHA_256.digest(salt());
  }

  /**
   * How many decoys a level gets this time.
   *
   * @param most the most of them
   * @return zero to that many
   */
  int decoys(int most) {
    return random.nextInt(most + 1);
  }
}
