package id.simpul.identity.issuance;

import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.IssuanceException.Reason;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedJws;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies the key proofs of one request together. */
final class KeyProofVerifier {
  /** The longest nonce that is looked up; ours have 43 characters. */
  static final int MAX_NONCE_LENGTH = 200;

  private final String issuer;
  private final JwsVerifier verifier;

  KeyProofVerifier(EntityId issuer, InstantSource clock) {
    this.issuer = issuer.value();
    this.verifier = new JwsVerifier(KeyProof.PROFILE, clock);
  }

  /** Keys that were proved, all under one nonce that has not been used up yet. */
  record Proved(List<PublicJwk> keys, String nonce) {}

  Proved verify(
      List<String> proofs, Set<SignatureAlgorithm> algorithms, @Nullable String clientId) {
    List<PublicJwk> keys = new ArrayList<>();
    Set<String> thumbprints = new HashSet<>();
    String nonce = null;
    for (String proof : proofs) {
      VerifiedJws verified = verify(proof, clientId);
      PublicJwk key = verified.signedBy();
      if (!algorithms.contains(key.key().algorithm())) {
        throw invalid("is of an algorithm this credential does not take", "alg", null);
      }
      if (!thumbprints.add(key.key().keyId())) {
        throw invalid("is proved twice; each copy has a key of its own", "jwk", null);
      }
      String own = nonce(verified);
      if (nonce != null && !nonce.equals(own)) {
        throw invalid("differs between the proofs of one request", "nonce", null);
      }
      nonce = own;
      keys.add(key);
    }
    if (nonce == null) {
      throw invalid("is missing", "proofs", null);
    }
    return new Proved(List.copyOf(keys), nonce);
  }

  private VerifiedJws verify(String proof, @Nullable String clientId) {
    ExpectedClaims expected =
        clientId == null
            ? ExpectedClaims.withoutIssuer()
            : ExpectedClaims.issuedBy(clientId).issuerMayBeAbsent();
    try {
      return verifier.verifyEmbedded(proof, expected.forAudience(issuer));
    } catch (TrustException e) {
      throw invalid(e.fault().what(), e.fault().where(), e);
    }
  }

  private static String nonce(VerifiedJws proof) {
    if (proof.claims().members().get("nonce") instanceof JsonString nonce
        && nonce.value().length() <= MAX_NONCE_LENGTH) {
      return nonce.value();
    }
    throw invalid("is missing or no nonce of this issuer", "nonce", null);
  }

  private static IssuanceException invalid(
      String what, String where, @Nullable TrustException cause) {
    return new IssuanceException(Reason.INVALID_PROOF, what, where, cause);
  }
}
