package id.simpul.identity.jose;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.jose.JwsProfile.KeySource;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Verifies tokens of one class. The checks run cheapest first, and nothing of the payload is read
 * before the signature holds, unless the caller had to {@linkplain UnverifiedPeek look} for its
 * issuer. Keeps the headers of some tokens that were good, and nothing else. Thread-safe, never
 * waits.
 *
 * <p>JSON inside a token is read with limits: depth 16, {@link JwsProfile#maxStringLength()}, 128
 * characters a name, 20 a number, 8,192 values; member names are unique at every level.
 */
public final class JwsVerifier {
  private final JwsProfile profile;
  private final InstantSource clock;
  private final UnaryOperator<PublicJwk> binding;
  private final KnownHeaders headers;

  /**
   * A verifier of one class of tokens.
   *
   * @param profile what they may look like
   * @param clock says what time it is
   */
  public JwsVerifier(JwsProfile profile, InstantSource clock) {
    this(profile, clock, UnaryOperator.identity());
  }

  /**
   * A verifier whose tokens carry their keys, which another library than Bouncy Castle computes
   * with. Keys from elsewhere stay in the hands they are in.
   *
   * @param profile what the tokens may look like
   * @param clock says what time it is
   * @param providers which library computes what
   */
  public JwsVerifier(JwsProfile profile, InstantSource clock, CryptoProviders providers) {
    this(profile, clock, key -> key.bind(providers));
    Objects.requireNonNull(providers, "providers");
  }

  private JwsVerifier(JwsProfile profile, InstantSource clock, UnaryOperator<PublicJwk> binding) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.binding = binding;
    headers = new KnownHeaders(profile);
  }

  /**
   * Verifies a token with claims (RFC 7519, section 7.2). {@code iat} must be there, and {@code
   * exp} unless the profile says otherwise; {@code iat} and {@code nbf} must not lie in the future
   * and {@code exp} not in the past, give or take {@link JwsProfile#leeway()}.
   *
   * @param token the compact serialisation
   * @param keys the keys of the expected issuer, and of nobody else
   * @param expected who must have issued it, and for whom
   * @return the verified token, the only way to its claims
   * @throws TrustException when anything is wrong with it: {@code MALFORMED}, {@code UNSIGNED},
   *     {@code NOT_ALLOWED}, {@code UNKNOWN_KEY}, {@code SIGNATURE_INVALID}, {@code WRONG_SIGNER},
   *     {@code WRONG_AUDIENCE}, {@code NOT_YET_VALID} or {@code EXPIRED}
   */
  public VerifiedJws verify(String token, JwkSet keys, ExpectedClaims expected) {
    return checkClaims(verifySignature(token, keys), expected);
  }

  /**
   * Verifies a token with claims whose profile has {@link JwsProfile.Builder#keyOfContext()}.
   *
   * @param token the compact serialisation
   * @param key the one key it must be signed with; a {@code kid} is not looked at
   * @param expected who must have issued it, and for whom
   * @return the verified token, the only way to its claims
   * @throws TrustException when anything is wrong with it, as {@link #verify(String, JwkSet,
   *     ExpectedClaims)}
   */
  public VerifiedJws verify(String token, PublicJwk key, ExpectedClaims expected) {
    require(KeySource.CONTEXT);
    return checkClaims(verifySignature(token, header -> key), expected);
  }

  /**
   * Verifies a token that was looked into, without reading it again. Its profile has {@link
   * JwsProfile.Builder#keyOfContext()}.
   *
   * @param token a look into it by the profile of this verifier
   * @param key the one key it must be signed with; a {@code kid} is not looked at
   * @param expected who must have issued it, and for whom
   * @return the verified token, the only way to its claims
   * @throws TrustException when anything is wrong with it, as {@link #verify(String, JwkSet,
   *     ExpectedClaims)}
   */
  public VerifiedJws verify(UnverifiedPeek token, PublicJwk key, ExpectedClaims expected) {
    require(KeySource.CONTEXT);
    if (!token.profile().equals(profile)) {
      throw new IllegalStateException("Was looked into as " + token.profile());
    }
    checkSignature(token.jws(), token.header(), key);
    return checkClaims(token.header(), token.claims(), key, expected);
  }

  /**
   * Verifies a token with claims whose profile has {@link JwsProfile.Builder#embeddedKey()}. It
   * proves that its sender holds {@link VerifiedJws#signedBy()}, and not who that is.
   *
   * @param token the compact serialisation
   * @param expected who must have issued it, and for whom
   * @return the verified token, the only way to its claims
   * @throws TrustException when anything is wrong with it, as {@link #verify(String, JwkSet,
   *     ExpectedClaims)}
   */
  public VerifiedJws verifyEmbedded(String token, ExpectedClaims expected) {
    require(KeySource.EMBEDDED);
    return checkClaims(
        verifySignature(token, header -> binding.apply(header.embeddedKey(profile))), expected);
  }

  private void require(KeySource source) {
    if (profile.keySource() != source) {
      throw new IllegalStateException(
          "The profile "
              + profile
              + " takes its key from "
              + profile.keySource().from()
              + "; call the method for that, or build the profile otherwise");
    }
  }

  private VerifiedJws checkClaims(Verified verified, ExpectedClaims expected) {
    JsonObject claims =
        JoseJson.read(verified.payload, profile.maxStringLength(), profile + " payload");
    return checkClaims(verified.header, claims, verified.key, expected);
  }

  private VerifiedJws checkClaims(
      JwsHeader header, JsonObject claims, PublicJwk key, ExpectedClaims expected) {
    new ClaimsCheck(claims, profile).check(expected, clock.instant());
    return new VerifiedJws(profile, header, claims, key);
  }

  /**
   * Verifies a signature over any bytes (RFC 7515, section 5.2). For payloads that are not claims:
   * no time, issuer or audience is checked.
   *
   * @param token the compact serialisation
   * @param keys the keys of the expected signer, and of nobody else
   * @return the payload
   * @throws TrustException when anything is wrong with it: {@code MALFORMED}, {@code UNSIGNED},
   *     {@code NOT_ALLOWED}, {@code UNKNOWN_KEY} or {@code SIGNATURE_INVALID}
   */
  public VerifiedPayload verifySignatureOnly(String token, JwkSet keys) {
    Verified verified = verifySignature(token, keys);
    return new VerifiedPayload(profile, verified.payload, verified.key);
  }

  private Verified verifySignature(String token, JwkSet keys) {
    require(KeySource.KEY_SET);
    return verifySignature(
        token,
        header ->
            keys.find(Objects.requireNonNull(header.kid()))
                .orElseThrow(() -> fail(Reason.UNKNOWN_KEY, "names no key of its signer", "kid")));
  }

  private Verified verifySignature(String token, Function<JwsHeader, PublicJwk> keyOf) {
    CompactJws jws = CompactJws.parse(token, profile);
    JwsHeader header = headers.of(jws);
    PublicJwk key = keyOf.apply(header);
    checkSignature(jws, header, key);
    headers.keep(jws, header);
    return new Verified(header, jws.payload(), key);
  }

  private void checkSignature(CompactJws jws, JwsHeader header, PublicJwk key) {
    header.checkAlgorithm(key, profile);
    byte[] signature = jws.signature();
    if (signature.length == 0) {
      throw fail(Reason.UNSIGNED, "is empty", "signature");
    }
    if (!jws.isSignedBy(key.key(), signature)) {
      throw fail(Reason.SIGNATURE_INVALID, "does not fit header and payload", "signature");
    }
  }

  private TrustException fail(Reason reason, String what, String where) {
    return new TrustException(reason, profile.toString(), what, where);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on within this class, compared by nobody
  private record Verified(JwsHeader header, byte[] payload, PublicJwk key) {}
}
