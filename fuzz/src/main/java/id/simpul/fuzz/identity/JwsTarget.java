package id.simpul.fuzz.identity;

import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.util.List;

/** Compact serialisations, before every verifier there is. */
public final class JwsTarget implements FuzzTarget {
  private final Verifiers verifiers = new Verifiers();

  /** Makes the target. */
  public JwsTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(
        new Corpus("wycheproof", Corpus.Cut.STRINGS), new Corpus("sd-jwt", Corpus.Cut.STRINGS));
  }

  @Override
  public void run(byte[] input) {
    verifiers.verify(Input.text(input));
  }
}
