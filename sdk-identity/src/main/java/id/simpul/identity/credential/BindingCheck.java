package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.internal.credential.DigestAlgorithm;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.internal.issuance.Codes;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedJws;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The holder's word (RFC 9901, section 7.3, step 5): who, for whom, when, on what occasion, of
 * what.
 */
final class BindingCheck {
  /** A nonce of the store has 22 characters, whatever ours look like. */
  private static final int STORED_NONCE_LENGTH = 22;

  private final String audience;
  private final String scope;
  private final NonceStore nonces;
  private final JwsVerifier verifier;
  private final ExpectedClaims expected;

  BindingCheck(String audience, NonceStore nonces, InstantSource clock) {
    this.audience = new KeyBindingChallenge(audience, "unused").audience();
    this.nonces = Objects.requireNonNull(nonces, "nonces");
    // The audience may be long, and a key id is not.
    scope = SdJwt.KEY_BINDING_TYP + "#" + DigestAlgorithm.SHA_256.digest(audience);
    verifier = new JwsVerifier(Profiles.KEY_BINDING, clock);
    expected = ExpectedClaims.withoutIssuer().forAudience(audience);
  }

  /**
   * Checks the key binding of a presentation.
   *
   * @param text the presentation as it came
   * @param algorithm of its digests
   * @param holder the key in the credential
   * @param nonce what the presenter was asked to sign
   * @return the key binding
   */
  VerifiedJws check(SdJwtText text, DigestAlgorithm algorithm, PublicJwk holder, String nonce) {
    VerifiedJws binding = verifier.verify(keyBindingJwt(text), holder, expected);
    if (!Codes.same(string(binding, "nonce"), nonce)) {
      throw refused(Reason.REPLAYED, "is not the one of this occasion", "nonce");
    }
    if (!Codes.same(string(binding, "sd_hash"), algorithm.digest(text.boundPart()))) {
      throw refused(Reason.DIGEST_MISMATCH, "is of another presentation", "sd_hash");
    }
    return binding;
  }

  /** The key binding of a presentation that must have one. */
  static String keyBindingJwt(SdJwtText text) {
    return text.keyBindingJwt()
        .orElseThrow(() -> refused(Reason.UNSIGNED, "is missing", "key binding"));
  }

  /** Uses the nonce up, when everything else holds. */
  void consume(VerifiedJws binding, String nonce) {
    // Clocks of processes that share a store may differ, so it outlives the presentation a while.
    Instant keepUntil =
        binding.issuedAt().plus(Profiles.KEY_BINDING_MAX_AGE).plus(JwsProfile.MAX_LEEWAY);
    String stored = DigestAlgorithm.SHA_256.digest(nonce).substring(0, STORED_NONCE_LENGTH);
    if (!nonces.consume(scope, stored, keepUntil)) {
      throw refused(Reason.REPLAYED, "the nonce was used before", "nonce");
    }
  }

  private static String string(VerifiedJws binding, String name) {
    JsonObject claims = binding.claims();
    JsonValue value = claims.members().get(name);
    if (value instanceof JsonString string) {
      return string.value();
    }
    throw refused(Reason.MALFORMED, "is missing or not a string", name);
  }

  private static TrustException refused(Reason reason, String what, String where) {
    return new TrustException(reason, SdJwt.KEY_BINDING_TYP, what, where);
  }

  @Override
  public String toString() {
    return "key binding for " + audience;
  }
}
