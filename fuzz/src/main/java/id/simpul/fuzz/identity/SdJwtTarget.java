package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.identity.internal.credential.Disclosure;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import java.util.List;

/** SD-JWTs as text: their parts put together are what came. */
public final class SdJwtTarget implements FuzzTarget {
  /** Makes the target. */
  public SdJwtTarget() {}

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("sd-jwt", Corpus.Cut.STRINGS));
  }

  @Override
  public void run(byte[] input) {
    String text = Input.text(input);
    Verifiers.attempt(() -> SdJwtText.parse(text)).ifPresent(parts -> check(parts, text));
  }

  private static void check(SdJwtText parts, String text) {
    require(parts.disclosures().size() <= SdJwt.MAX_DISCLOSURES, "too many disclosures");
    String bound = SdJwtText.join(parts.issuerJwt(), parts.disclosures());
    require(bound.equals(parts.boundPart()), "binds something else");
    require((bound + parts.keyBindingJwt().orElse("")).equals(text), "changes when put together");
    for (String disclosure : parts.disclosures()) {
      Verifiers.attempt(() -> Disclosure.parse(disclosure))
          .ifPresent(d -> require(d.text().equals(disclosure), "a disclosure of another text"));
    }
  }
}
