package id.simpul.identity.issuance;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsSigner;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Proofs that a wallet holds a key (OpenID4VCI 1.0, appendix F.1), with the key as {@code jwk}. */
public final class KeyProof {
  /** The {@code typ} of a proof. */
  public static final String TYP = "openid4vci-proof+jwt";

  // kid and x5c are two more ways to name the key; with an embedded key neither may stand there.
  // A wallet may say who vouches for its key; we ask nobody and act on nothing it says.
  static final JwsProfile PROFILE =
      JwsProfile.typed(TYP)
          .embeddedKey()
          .header("key_attestation")
          .maxLength(IssuanceLimits.MAX_PROOF_LENGTH)
          .expiryByAge(IssuanceLimits.MAX_PROOF_AGE)
          .build();

  private KeyProof() {}

  /**
   * Makes a proof for anonymous access.
   *
   * @param key the key the credential is to be bound to
   * @param issuer who is to issue it
   * @param nonce from the issuer's nonce endpoint, or null when it has none
   * @param clock says what time it is
   * @return the proof
   */
  public static String make(
      SigningKey key, EntityId issuer, @Nullable String nonce, InstantSource clock) {
    JsonObject.Builder claims = JsonObject.builder().put("aud", issuer.value());
    return new JwsSigner(PROFILE, key, clock).sign(claims.putIfPresent("nonce", nonce).build());
  }
}
