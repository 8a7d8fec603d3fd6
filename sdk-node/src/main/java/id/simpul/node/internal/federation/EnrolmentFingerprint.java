package id.simpul.node.internal.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name for an entity, its region and its keys, short enough to be printed in a letter, read out
 * on the telephone and compared by eye: five groups of four characters. It is the beginning of the
 * SHA-256 of the entity identifier, the region's code and the RFC 7638 thumbprints of the keys, a
 * line each, so that a letter vouches for all three.
 *
 * <p>Twenty characters of an alphabet of 32 are 100 bits. Who wants to pass other keys off under a
 * fingerprint that stands in a letter has to find a second input for it, which takes 2^100
 * attempts; even a million letters at once to choose from leave 2^80, for one forgery, within the
 * weeks until the letter is answered. That somebody can make two inputs with one fingerprint of
 * their own in 2^50 attempts gains them nothing, since both are theirs. The 256 bits of a whole
 * thumbprint would be 52 characters, which nobody compares to the end. The alphabet is Crockford's:
 * without I, L, O and U, so that a bad copy is still read right.
 *
 * @param value five groups of four characters with hyphens between them
 */
public record EnrolmentFingerprint(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 20;
  private static final int GROUP = 4;
  private static final int BITS = 5;

  /**
   * The fingerprint of an entity, its region and its keys.
   *
   * @param entity its identifier
   * @param region the Kemendagri code of its region, {@code ""} when it has none
   * @param keys its federation keys, in any order
   * @return the fingerprint
   */
  public static EnrolmentFingerprint of(EntityId entity, String region, JwkSet keys) {
    String input =
        keys.keys().stream()
            .map(PublicJwk::key)
            .map(key -> key.keyId())
            .sorted()
            .collect(Collectors.joining("\n", entity.value() + "\n" + region + "\n", "\n"));
    return new EnrolmentFingerprint(grouped(encode(sha256(input))));
  }

  /**
   * Whether a person typed this fingerprint. Case, blanks and hyphens make no difference, nor do O
   * for 0 and I or L for 1.
   *
   * @param typed what was typed
   * @return true when it is the same
   */
  public boolean matches(String typed) {
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return MessageDigest.isEqual(
        plain.getBytes(StandardCharsets.UTF_8),
        value.replace("-", "").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String encode(byte[] digest) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      int value = 0;
      for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
        int shift = Byte.SIZE - 1 - bit % Byte.SIZE;
        value = (value << 1) | ((digest[bit / Byte.SIZE] >> shift) & 1);
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  private static String grouped(String text) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < text.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : "-").append(text, i, i + GROUP);
    }
    return grouped.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
