package id.simpul.health.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * A health certificate that was verified. {@link HcertVerifier} alone makes one. Immutable; {@code
 * toString} shows neither the person nor the certificate's number.
 */
public final class VerifiedHcert {
  private final HcertContent content;
  private final CwtClaims claims;
  private final Kid kid;
  private final TrustedKey key;

  VerifiedHcert(HcertContent content, CwtClaims claims, Kid kid, TrustedKey key) {
    this.content = content;
    this.claims = claims;
    this.kid = kid;
    this.key = key;
  }

  /**
   * What it says.
   *
   * @return person and event
   */
  public HcertContent content() {
    return content;
  }

  /**
   * In which country's name it was issued: whose key signed it. What the certificate says of itself
   * does not count, because a key of no country could say any.
   *
   * @return ISO 3166-1 alpha-2, or empty when nobody says whose key it is
   */
  public Optional<String> issuingCountry() {
    return key.country();
  }

  /**
   * When it was issued.
   *
   * @return the instant
   */
  public Instant issuedAt() {
    return claims.issuedAt();
  }

  /**
   * Until when it is good.
   *
   * @return the instant
   */
  public Instant expiresAt() {
    return claims.expiresAt();
  }

  /**
   * The name of the key that signed it.
   *
   * @return the name
   */
  public Kid kid() {
    return kid;
  }

  @Override
  public String toString() {
    return content.event().kind() + " certificate signed by " + kid;
  }
}
