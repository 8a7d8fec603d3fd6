package id.simpul.identity;

import id.simpul.identity.internal.crypto.HmacSha256;
import id.simpul.identity.internal.jose.Base64Url;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a resident in the data of one agency and purpose, made by a {@link
 * Pseudonymizer}. Personal data still, because the node can tell whose it is: {@code toString}
 * shows the key id alone, {@code equals} takes the same time wherever two differ. Immutable.
 */
public final class Pseudonym {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})");

  private final String keyId;
  private final byte[] value;

  Pseudonym(String keyId, byte[] value) {
    this.keyId = keyId;
    this.value = value;
  }

  /**
   * Reads a pseudonym that was stored.
   *
   * @param text what {@link #reveal()} gave
   * @return the pseudonym, or empty when the text is none
   */
  public static Optional<Pseudonym> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Base64Url.decode(form.group(2))
        .filter(bytes -> bytes.length == HmacSha256.LENGTH)
        .map(bytes -> new Pseudonym(form.group(1), bytes));
  }

  /**
   * The key it was made with.
   *
   * @return {@link PseudonymKey#id()}
   */
  public String keyId() {
    return keyId;
  }

  /**
   * The text to store. The name is loud so that a search finds every place that shows a pseudonym.
   *
   * @return the key id, a dot and 43 characters of base64url
   */
  public String reveal() {
    return keyId + "." + Base64Url.encode(value);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Pseudonym other
        && keyId.equals(other.keyId)
        && MessageDigest.isEqual(value, other.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The key id and nothing of the value. */
  @Override
  public String toString() {
    return "pseudonym under key " + keyId;
  }
}
