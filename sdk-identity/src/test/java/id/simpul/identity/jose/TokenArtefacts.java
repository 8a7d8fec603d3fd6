package id.simpul.identity.jose;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.mutants.Artefact;

/** Valid tokens to be damaged. */
public final class TokenArtefacts {
  private TokenArtefacts() {}

  /** A JWS with the claims every token has. */
  public static Artefact jws(SignatureAlgorithm algorithm) {
    SigningKey key = Tokens.key(algorithm);
    String token = Tokens.sign(key, Tokens.header(key), Tokens.claims(""));
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    JwkSet keys = Tokens.keysOf(key);
    ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER);
    return Artefact.ofText(Artefact.jws(token), text -> verifier.verify(text, keys, expected));
  }
}
