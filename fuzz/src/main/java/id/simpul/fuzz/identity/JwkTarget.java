package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.Json;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.jose.PublicJwk;
import java.util.List;

/** Public keys: what is taken is read again as the same key, and verifies without a word. */
public final class JwkTarget implements FuzzTarget {
  /** Makes the target. */
  public JwkTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("wycheproof", Corpus.Cut.OBJECTS));
  }

  @Override
  public void run(byte[] input) {
    Verifiers.attempt(() -> PublicJwk.parse(input))
        .ifPresent(jwk -> {
          require(PublicJwk.parse(Json.toBytes(jwk.toJson())).equals(jwk), "changes when written");
          byte[] signature = new byte[jwk.key().algorithm().signatureLength()];
          require(!jwk.key().verify(input, signature), "takes a signature of zeros");
        });
  }
}
