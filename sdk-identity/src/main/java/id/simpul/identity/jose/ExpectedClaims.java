package id.simpul.identity.jose;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who must have issued a token, and for whom. A claim that nothing is expected of must be absent,
 * so that a token made for another place is not taken here. Compared character by character.
 * Immutable, thread-safe.
 */
public final class ExpectedClaims {
  private final @Nullable String issuer;
  private final boolean issuerOptional;
  private final @Nullable String audience;

  private ExpectedClaims(
      @Nullable String issuer, boolean issuerOptional, @Nullable String audience) {
    this.issuer = issuer;
    this.issuerOptional = issuerOptional;
    this.audience = audience;
  }

  /**
   * A token of an issuer, for nobody in particular.
   *
   * @param issuer the owner of the keys it is verified with
   * @return the expectation, with {@code aud} absent
   */
  public static ExpectedClaims issuedBy(String issuer) {
    return new ExpectedClaims(Objects.requireNonNull(issuer, "issuer"), false, null);
  }

  /**
   * A token of a class that names no issuer.
   *
   * @return the expectation, with {@code iss} and {@code aud} absent
   */
  public static ExpectedClaims withoutIssuer() {
    return new ExpectedClaims(null, false, null);
  }

  /**
   * The same, but meant for somebody.
   *
   * @param audience the receiver's own identifier; {@code aud} must be this one string, because a
   *     list lets one receiver pass the token on to another
   * @return a copy
   */
  public ExpectedClaims forAudience(String audience) {
    return new ExpectedClaims(issuer, issuerOptional, Objects.requireNonNull(audience, "audience"));
  }

  /**
   * The same, for a class of tokens that may leave {@code iss} out, because their keys say it.
   *
   * @return a copy
   */
  public ExpectedClaims issuerMayBeAbsent() {
    return new ExpectedClaims(issuer, true, audience);
  }

  boolean issuerOptional() {
    return issuerOptional;
  }

  @Nullable String issuer() {
    return issuer;
  }

  @Nullable String audience() {
    return audience;
  }
}
