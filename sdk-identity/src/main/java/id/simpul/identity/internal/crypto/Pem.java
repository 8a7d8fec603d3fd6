package id.simpul.identity.internal.crypto;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of one block (RFC 7468, section 3), strict but for line lengths. */
public enum Pem {
  /** PKCS#8 (section 10). */
  PRIVATE_KEY("PRIVATE KEY"),
  /** SubjectPublicKeyInfo (section 13). */
  PUBLIC_KEY("PUBLIC KEY");

  private final Pattern block;

  Pem(String label) {
    // Possessive, so that it never backtracks.
    block =
        Pattern.compile(
            "\\s*+-----BEGIN "
                + label
                + "-----([A-Za-z0-9+/=\\s]++)-----END "
                + label
                + "-----\\s*+");
  }

  /**
   * Reads the one block of a text.
   *
   * @param text whose length the caller has bounded
   * @return its bytes, or empty when there is anything else
   */
  public Optional<byte[]> read(String text) {
    Matcher matcher = block.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
