package id.simpul.identity.jose;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that passed every check of its profile. Made by {@link JwsVerifier#verify} alone, so that
 * claims come from nowhere else. Immutable, thread-safe.
 */
public final class VerifiedJws {
  private final JwsProfile profile;
  private final JwsHeader header;
  private final JsonObject claims;
  private final PublicJwk signedBy;

  VerifiedJws(JwsProfile profile, JwsHeader header, JsonObject claims, PublicJwk signedBy) {
    this.profile = profile;
    this.header = header;
    this.claims = claims;
    this.signedBy = signedBy;
  }

  /**
   * All claims.
   *
   * @return the payload
   */
  public JsonObject claims() {
    return claims;
  }

  /**
   * A claim that is a text.
   *
   * @param name its name
   * @return the text, or empty when the claim is absent
   * @throws TrustException {@code MALFORMED} when it is something else than a string
   */
  public Optional<String> text(String name) {
    JsonValue value = claims.members().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    throw new TrustException(Reason.MALFORMED, profile.toString(), "is not a string", name);
  }

  /**
   * The protected header, with what the profile allowed in it.
   *
   * @return the header
   */
  public JsonObject header() {
    return header.json();
  }

  /**
   * Who issued it.
   *
   * @return {@code iss}, the one that was expected, or empty when none was
   */
  public Optional<String> issuer() {
    return text("iss");
  }

  /**
   * Whom it is about.
   *
   * @return {@code sub}, or empty
   */
  public Optional<String> subject() {
    return text("sub");
  }

  /**
   * When it was issued.
   *
   * @return {@code iat}
   */
  public Instant issuedAt() {
    return date("iat");
  }

  /**
   * From when on it must not be taken, without leeway.
   *
   * @return {@code exp}, or empty when its profile lets it be absent and it is
   */
  public Optional<Instant> expiresAt() {
    return claims.get("exp").isPresent() ? Optional.of(date("exp")) : Optional.empty();
  }

  /**
   * The key it was signed with.
   *
   * @return the key
   */
  public PublicJwk signedBy() {
    return signedBy;
  }

  private Instant date(String name) {
    JsonNumber number = (JsonNumber) claims.get(name).orElseThrow();
    return Instant.ofEpochSecond(Long.parseLong(number.lexeme()));
  }

  /** The class and the key, and nothing of the claims. */
  @Override
  public String toString() {
    return profile + " signed by " + signedBy;
  }
}
