package id.simpul.health.certificate.link;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The key of a link, which opens its files. Compared in constant time and never shown. */
public final class LinkKey {
  /** Bytes of a key. */
  public static final int BYTES = 32;

  /** Characters of a key in a link. */
  public static final int LENGTH = 43;

  private final byte[] bytes;

  private LinkKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Makes a new key.
   *
   * @param random a source nobody can foresee
   * @return the key
   */
  public static LinkKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkKey(bytes);
  }

  /**
   * The key in a link's text.
   *
   * @param text base64url without padding
   * @return the key, or empty when it is none in its one form
   */
  public static Optional<LinkKey> of(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      LinkKey key = new LinkKey(Base64.getUrlDecoder().decode(text));
      return key.text().equals(text) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // other characters than those of base64url
    }
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkKey key && MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "key of a link";
  }
}
