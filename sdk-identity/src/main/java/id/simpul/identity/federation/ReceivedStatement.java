package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.ClaimReader;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it came. Everything about it is checked but its signature, so it is good for
 * finding the way and for being refused early, and for nothing else. Made by {@link
 * StatementReader}. Immutable.
 */
final class ReceivedStatement {
  static final JwsProfile PROFILE =
      JwsProfile.typed(EntityStatement.TYPE)
          .maxLength(EntityStatement.MAX_LENGTH)
          .maxLifetime(EntityStatement.MAX_LIFETIME)
          .build();

  private final ReceivedToken token;
  private final StatementName name;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final JsonObject jwks;
  private final JsonObject metadata;
  private final ConfigurationClaims configuration;
  private final SubordinateClaims subordinate;
  private final KeySets keySets;

  private ReceivedStatement(
      ReceivedToken token,
      ClaimReader claims,
      @Nullable StatementName expected,
      StatementReader reader) {
    this.token = token;
    keySets = reader.keySets();
    EntityId issuer = claims.entity("iss").orElseThrow(() -> claims.missing("iss"));
    EntityId subject = claims.entity("sub").orElseThrow(() -> claims.missing("sub"));
    name = new StatementName(issuer, subject);
    if (expected != null && !name.equals(expected)) {
      String who = expected.toString();
      throw new TrustException(Reason.WRONG_SIGNER, who, "is of or about another", "iss, sub");
    }
    issuedAt = claims.date("iat").orElseThrow(() -> claims.missing("iat"));
    expiresAt = claims.date("exp").orElseThrow(() -> claims.missing("exp"));
    checkTimes(claims.date("nbf").orElse(issuedAt), reader.now());
    jwks = claims.object("jwks").orElseThrow(() -> claims.missing("jwks"));
    metadata = claims.object("metadata").orElse(JsonObject.EMPTY);
    StatementRules.check(token.claims(), name);
    configuration = ConfigurationClaims.read(claims);
    subordinate = SubordinateClaims.read(claims);
  }

  static ReceivedStatement parse(
      String token, String who, @Nullable StatementName expected, StatementReader reader) {
    ReceivedToken parts = ReceivedToken.parse(token, who);
    ClaimReader claims = new ClaimReader(parts.claims(), who);
    return new ReceivedStatement(parts, claims, expected, reader);
  }

  // exp without leeway: what holds on must not be expired for whoever asks next.
  private void checkTimes(Instant notBefore, Instant now) {
    Instant latest = now.plus(PROFILE.leeway());
    if (issuedAt.isAfter(latest) || notBefore.isAfter(latest)) {
      throw refuse(Reason.NOT_YET_VALID, "lies in the future", "iat, nbf");
    }
    if (!now.isBefore(expiresAt)) {
      throw refuse(Reason.EXPIRED, "lies in the past", "exp");
    }
    Duration lifetime = Duration.between(issuedAt, expiresAt);
    if (lifetime.isNegative() || lifetime.compareTo(EntityStatement.MAX_LIFETIME) > 0) {
      String longest = EntityStatement.MAX_LIFETIME.toDays() + " days";
      throw refuse(Reason.NOT_ALLOWED, "lives longer than " + longest, "iat, exp");
    }
  }

  StatementName name() {
    return name;
  }

  String token() {
    return token.text();
  }

  /** The name of the key it claims to be signed with. */
  String keyId() {
    return token.keyId();
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  JsonObject metadata() {
    return metadata;
  }

  ConfigurationClaims configuration() {
    return configuration;
  }

  SubordinateClaims subordinate() {
    return subordinate;
  }

  /** Where it answers for its subordinates (section 5.1.1), or empty. */
  Optional<URI> fetchEndpoint() {
    JsonValue federation = metadata.members().get(EntityTypes.FEDERATION_ENTITY);
    return federation instanceof JsonObject parameters
        ? new ClaimReader(parameters, name.toString()).url("federation_fetch_endpoint")
        : Optional.empty();
  }

  /** Read when asked for, because proving points to be on their curves takes time. */
  JwkSet keys() {
    return keySets.read(jwks, token.text().length());
  }

  TrustException refuse(Reason reason, String what, String where) {
    return new TrustException(reason, name.toString(), what, where);
  }
}
