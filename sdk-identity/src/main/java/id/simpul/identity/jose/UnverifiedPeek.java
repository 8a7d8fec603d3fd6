package id.simpul.identity.jose;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token claims of its origin before anything is verified: enough to find the keys to verify
 * it with, and good for nothing else. Immutable, thread-safe.
 */
public final class UnverifiedPeek {
  private final JwsProfile profile;
  private final CompactJws jws;
  private final JwsHeader header;
  private final JsonObject claims;
  private final @Nullable String issuer;

  private UnverifiedPeek(JwsProfile profile, CompactJws jws) {
    this.profile = profile;
    this.jws = jws;
    header = JwsHeader.read(jws.header(), profile);
    claims = JoseJson.read(jws.payload(), profile.maxStringLength(), profile + " payload");
    issuer = issuer(claims.members().get("iss"), profile);
  }

  /**
   * Looks into a token. Its header is held to the profile, its signature is not looked at.
   *
   * @param token the compact serialisation
   * @param profile its class
   * @return what it claims
   * @throws TrustException {@code MALFORMED} or {@code NOT_ALLOWED} when no verifier of this
   *     profile would take it
   */
  public static UnverifiedPeek of(String token, JwsProfile profile) {
    return new UnverifiedPeek(profile, CompactJws.parse(token, profile));
  }

  JwsProfile profile() {
    return profile;
  }

  CompactJws jws() {
    return jws;
  }

  JwsHeader header() {
    return header;
  }

  JsonObject claims() {
    return claims;
  }

  private static @Nullable String issuer(@Nullable JsonValue value, JwsProfile profile) {
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString string && string.value().length() <= EntityId.MAX_LENGTH) {
      return string.value();
    }
    throw new TrustException(
        Reason.MALFORMED,
        profile.toString(),
        "is not a string of at most " + EntityId.MAX_LENGTH + " characters",
        "iss");
  }

  /**
   * The key it claims to be signed with.
   *
   * @return 1 to {@link PublicJwk#MAX_KID_LENGTH} characters, or empty when its class does without
   */
  public Optional<String> kid() {
    return Optional.ofNullable(header.kid());
  }

  /**
   * The issuer it claims.
   *
   * @return at most {@link EntityId#MAX_LENGTH} characters, or empty
   */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** Nothing of the token. */
  @Override
  public String toString() {
    return "unverified";
  }
}
