package id.simpul.identity.internal.credential;

import id.simpul.identity.TrustException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an SD-JWT or SD-JWT+KB (RFC 9901, section 4), each as it came. Only the tildes have
 * been looked at.
 */
public final class SdJwtText {
  private static final char TILDE = '~';
  private static final String WHERE = "compact serialisation";

  private final String issuerJwt;
  private final List<String> disclosures;
  private final String boundPart;
  private final @Nullable String keyBindingJwt;

  private SdJwtText(
      String issuerJwt,
      List<String> disclosures,
      String boundPart,
      @Nullable String keyBindingJwt) {
    this.issuerJwt = issuerJwt;
    this.disclosures = disclosures;
    this.boundPart = boundPart;
    this.keyBindingJwt = keyBindingJwt;
  }

  /**
   * Takes a text apart.
   *
   * @param text what was received
   * @return its parts
   * @throws TrustException {@code MALFORMED} when it has no tilde, such as a plain JWT, an empty
   *     disclosure, or passes a limit
   */
  public static SdJwtText parse(String text) {
    if (text.length() > SdJwt.MAX_LENGTH) {
      throw SdJwt.malformed("is longer than " + SdJwt.MAX_LENGTH + " characters", WHERE);
    }
    int tilde = text.indexOf(TILDE);
    if (tilde < 0) {
      throw SdJwt.malformed("has no tilde", WHERE);
    }
    String issuerJwt = text.substring(0, tilde);
    List<String> disclosures = new ArrayList<>();
    int from = tilde + 1;
    for (int to = text.indexOf(TILDE, from); to >= 0; to = text.indexOf(TILDE, from)) {
      if (to == from) {
        throw SdJwt.malformed("has an empty disclosure", WHERE);
      }
      if (disclosures.size() == SdJwt.MAX_DISCLOSURES) {
        throw SdJwt.malformed("has more than " + SdJwt.MAX_DISCLOSURES + " disclosures", WHERE);
      }
      disclosures.add(text.substring(from, to));
      from = to + 1;
    }
    String last = from == text.length() ? null : text.substring(from);
    return new SdJwtText(issuerJwt, List.copyOf(disclosures), text.substring(0, from), last);
  }

  /**
   * Puts an SD-JWT together.
   *
   * @param issuerJwt what the issuer signed
   * @param disclosures the disclosures to show
   * @return the text, which ends with a tilde
   */
  public static String join(String issuerJwt, List<String> disclosures) {
    StringBuilder text = new StringBuilder(issuerJwt).append(TILDE);
    disclosures.forEach(disclosure -> text.append(disclosure).append(TILDE));
    return text.toString();
  }

  /**
   * What the issuer signed.
   *
   * @return a compact JWS, not looked at
   */
  public String issuerJwt() {
    return issuerJwt;
  }

  /**
   * The disclosures.
   *
   * @return at most {@link SdJwt#MAX_DISCLOSURES}, not looked at
   */
  public List<String> disclosures() {
    return disclosures;
  }

  /**
   * What a key binding covers (RFC 9901, section 4.3.1).
   *
   * @return everything up to the last tilde, and that tilde
   */
  public String boundPart() {
    return boundPart;
  }

  /**
   * What follows the last tilde.
   *
   * @return what should be a key binding JWT, not looked at, or empty when nothing follows
   */
  public Optional<String> keyBindingJwt() {
    return Optional.ofNullable(keyBindingJwt);
  }

  /** The number of disclosures, and nothing of them. */
  @Override
  public String toString() {
    return "SD-JWT with " + disclosures.size() + " disclosures";
  }
}
