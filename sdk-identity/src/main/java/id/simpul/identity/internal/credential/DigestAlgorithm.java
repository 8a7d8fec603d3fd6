package id.simpul.identity.internal.credential;

import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What disclosures may be digested with (RFC 9901, section 4.1.1): nothing shorter, nothing old.
 */
public enum DigestAlgorithm {
  /** SHA-256, what we issue with and what holds when nothing is said. */
  SHA_256("sha-256", "SHA-256"),
  /** SHA-384. */
  SHA_384("sha-384", "SHA-384"),
  /** SHA-512. */
  SHA_512("sha-512", "SHA-512");

  private final String word;
  private final String platformName;

  DigestAlgorithm(String word, String platformName) {
    this.word = word;
    this.platformName = platformName;
  }

  /**
   * The algorithm of a name.
   *
   * @param word a value of {@code _sd_alg}, compared character by character
   * @return the algorithm, or empty when it is none of these
   */
  public static Optional<DigestAlgorithm> named(String word) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.word.equals(word)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /**
   * The name on the wire.
   *
   * @return the value of {@code _sd_alg}
   */
  public String word() {
    return word;
  }

  /**
   * Digests one text as it came (RFC 9901, section 4.2.3).
   *
   * @param ascii a disclosure, or an SD-JWT up to its last tilde
   * @return the digest in base64url
   */
  public String digest(String ascii) {
    return digester().apply(ascii);
  }

  /**
   * Digests many texts as they came, one after the other.
   *
   * @return what {@link #digest} does, for one thread
   */
  UnaryOperator<String> digester() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(platformName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + platformName, e);
    }
    return ascii -> Base64Url.encode(digest.digest(ascii.getBytes(StandardCharsets.UTF_8)));
  }
}
