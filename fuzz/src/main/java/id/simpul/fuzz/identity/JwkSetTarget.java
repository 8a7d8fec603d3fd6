package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.Json;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.util.List;

/** Key sets: what is taken is bounded, and read again as the same keys. */
public final class JwkSetTarget implements FuzzTarget {
  /** Makes the target. */
  public JwkSetTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("wycheproof", Corpus.Cut.OBJECTS));
  }

  @Override
  public void run(byte[] input) {
    Verifiers.attempt(() -> JwkSet.parse(input)).ifPresent(JwkSetTarget::check);
  }

  private static void check(JwkSet set) {
    List<PublicJwk> keys = set.keys();
    require(!keys.isEmpty() && keys.size() <= JwkSet.MAX_KEYS, "a number of keys out of bounds");
    require(JwkSet.parse(Json.toBytes(set.toJson())).keys().equals(keys), "changes when written");
    keys.forEach(
        key -> require(set.find(key.kid()).filter(key::equals).isPresent(), "a key nobody finds"));
  }
}
