package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.value.Secret;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.Pseudonym;
import id.simpul.identity.PseudonymKey;

/** Pseudonyms and the keys they are made with. */
public final class PseudonymTarget implements FuzzTarget {
  /** Makes the target. */
  public PseudonymTarget() {}

  @Override
  public void run(byte[] input) {
    String text = Input.utf8(input);
    Pseudonym.parse(text)
        .ifPresent(pseudonym -> {
          require(pseudonym.reveal().equals(text), "is not what was given");
          require(!pseudonym.toString().contains(text), "shows itself");
        });
    if (!text.isEmpty()) {
      Verifiers.attempt(() -> PseudonymKey.parse(Secret.of(text)))
          .ifPresent(key -> require(!key.toString().contains(text), "shows itself"));
    }
  }
}
