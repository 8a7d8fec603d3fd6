package id.simpul.identity.credential;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.VerifiedJws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies status list tokens in JWT form (Token Status List, draft 20, sections 5.1 and 8.3), the
 * form that credentials in SD-JWT must use. Immutable, thread-safe, never waits.
 *
 * <p>Stricter than the draft: a token lives for {@link #MAX_LIFETIME} at most, and one without
 * {@code exp} for {@link #MAX_AGE}, so that nobody can play an old list back for ever.
 */
public final class StatusListVerifier {
  /** The {@code typ} of a token, and with {@code application/} before it its media type. */
  public static final String TYP = "statuslist+jwt";

  /** The longest token in characters. */
  public static final int MAX_TOKEN_LENGTH = JwsProfile.MAX_LENGTH;

  /** The longest time from {@code iat} to {@code exp}, unless the constructor says otherwise. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(31);

  /** How old a token without {@code exp} may be. */
  public static final Duration MAX_AGE = Duration.ofHours(24);

  /**
   * The shortest time a list is kept, whatever it says, and after which its host is asked again
   * when it gave an old one, so that it is not flooded.
   */
  public static final Duration MIN_TTL = Duration.ofSeconds(60);

  /** The longest time a list is kept, whatever it says, so that a revocation gets through. */
  public static final Duration MAX_TTL = Duration.ofHours(24);

  /** How long a list without {@code ttl} is kept. */
  public static final Duration DEFAULT_TTL = Duration.ofHours(1);

  private final JwsProfile profile;
  private final JwsProfile historical;
  private final InstantSource clock;

  /**
   * A verifier for tokens that live for {@link #MAX_LIFETIME} at most.
   *
   * @param clock says what time it is
   */
  public StatusListVerifier(InstantSource clock) {
    this(MAX_LIFETIME, clock);
  }

  /**
   * A verifier for tokens of issuers who let them live longer.
   *
   * @param maxLifetime the longest time from {@code iat} to {@code exp}, positive
   * @param clock says what time it is
   */
  public StatusListVerifier(Duration maxLifetime, InstantSource clock) {
    this.profile = profile(maxLifetime).build();
    this.historical = profile(maxLifetime).leeway(Duration.ZERO).build();
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  static JwsProfile.Builder profile(Duration maxLifetime) {
    return JwsProfile.typed(TYP)
        .maxLength(MAX_TOKEN_LENGTH)
        .maxStringLength(MAX_TOKEN_LENGTH)
        .maxLifetime(maxLifetime)
        .optionalExpiry();
  }

  /**
   * Verifies a token that was fetched now.
   *
   * @param token the compact serialisation
   * @param source which list it must be, and whose
   * @return the list
   * @throws TrustException when anything is wrong with it: what {@link JwsVerifier#verify} says;
   *     {@code NOT_ALLOWED} when {@code sub} is not the list's address; {@code EXPIRED} when it has
   *     no {@code exp} and is older than {@link #MAX_AGE}; {@code MALFORMED} when list or {@code
   *     ttl} is
   */
  public VerifiedStatusList verify(String token, StatusListSource source) {
    VerifiedJws jws = verify(token, source, profile, clock);
    Instant expiresAt = jws.expiresAt().orElse(jws.issuedAt().plus(MAX_AGE));
    if (jws.expiresAt().isEmpty() && clock.instant().isAfter(expiresAt)) {
      throw fail(Reason.EXPIRED, "has no exp and is older than " + MAX_AGE, "iat");
    }
    return read(jws, expiresAt);
  }

  /**
   * Verifies a token that was fetched for a time in the past (section 8.4). A host may ignore the
   * question and send today's list, so that time must lie within {@code iat} and {@code exp},
   * without leeway.
   *
   * @param token the compact serialisation
   * @param source which list it must be, and whose
   * @param time the time that was asked for, not in the future
   * @return the list as it was then
   * @throws TrustException as {@link #verify}; {@code NOT_YET_VALID} or {@code EXPIRED} when it was
   *     not in force then; {@code NOT_ALLOWED} when it has no {@code exp}, so that nobody can say
   */
  public VerifiedStatusList verifyAt(String token, StatusListSource source, Instant time) {
    if (time.isAfter(clock.instant())) {
      throw new IllegalArgumentException("A historical status lies in the past");
    }
    VerifiedJws jws = verify(token, source, historical, InstantSource.fixed(time));
    Instant expiresAt =
        jws.expiresAt()
            .orElseThrow(() -> fail(Reason.NOT_ALLOWED, "is missing in a historical list", "exp"));
    return read(jws, expiresAt);
  }

  private static VerifiedJws verify(
      String token, StatusListSource source, JwsProfile profile, InstantSource clock) {
    // Section 5.1 knows no iss, but issuers of older drafts still write theirs.
    ExpectedClaims expected = ExpectedClaims.issuedBy(source.issuer().value()).issuerMayBeAbsent();
    VerifiedJws jws = new JwsVerifier(profile, clock).verify(token, source.keys(), expected);
    if (jws.subject().filter(source.uri().toString()::equals).isEmpty()) {
      throw fail(Reason.NOT_ALLOWED, "is another list than the one asked for", "sub");
    }
    return jws;
  }

  private static VerifiedStatusList read(VerifiedJws jws, Instant expiresAt) {
    Duration ttl = ttl(jws.claims().members().get("ttl"));
    if (!(jws.claims().members().get("status_list") instanceof JsonObject list)) {
      throw fail(Reason.MALFORMED, "is missing or not an object", "status_list");
    }
    return new VerifiedStatusList(
        StatusList.of(list), jws.issuedAt(), expiresAt, ttl, jws.signedBy());
  }

  /** Section 5.1: a positive number of seconds, not necessarily whole. */
  private static Duration ttl(@Nullable JsonValue value) {
    if (value == null) {
      return DEFAULT_TTL;
    }
    double seconds = value instanceof JsonNumber n ? Double.parseDouble(n.lexeme()) : 0;
    if (seconds <= 0) {
      throw fail(Reason.MALFORMED, "is not a positive number", "ttl");
    }
    // A double too large for a long becomes the largest.
    long whole = Math.min((long) seconds, MAX_TTL.toSeconds());
    return Duration.ofSeconds(Math.max(whole, MIN_TTL.toSeconds()));
  }

  private static TrustException fail(Reason reason, String what, String where) {
    return new TrustException(reason, TYP, what, where);
  }
}
