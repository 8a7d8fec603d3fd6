package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.internal.crypto.LocalSigningKey;
import id.simpul.identity.internal.crypto.Pkcs8;
import java.util.Optional;

/** PKCS#8 as DER: nothing is thrown, and what is taken is read again as the same key. */
public final class Pkcs8Target implements FuzzTarget {
  /** Makes the target. */
  public Pkcs8Target() {}

  @Override
  public void run(byte[] input) {
    Pkcs8.read(input)
        .ifPresent(key -> {
          Optional<LocalSigningKey> again = Pkcs8.read(key.revealPkcs8());
          require(
              again.filter(k -> k.publicKey().equals(key.publicKey())).isPresent(),
              "changes when written");
        });
  }
}
