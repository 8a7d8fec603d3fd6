package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.value.Secret;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.util.List;

/** Private keys in PEM or JWK: what is taken signs, and never shows itself. */
public final class PrivateKeyTarget implements FuzzTarget {
  private static final byte[] MESSAGE = {1, 2, 3};

  /** Makes the target. */
  public PrivateKeyTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("wycheproof", Corpus.Cut.OBJECTS));
  }

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text = Input.utf8(input);
    Verifiers.attempt(() -> SigningKeys.parse(Secret.of(text))).ifPresent(PrivateKeyTarget::check);
  }

  private static void check(SigningKey key) {
    require(key.publicKey().verify(MESSAGE, key.sign(MESSAGE)), "is not one key");
    require(key.toString().endsWith("signing key " + key.keyId()), "shows more than its name");
  }
}
