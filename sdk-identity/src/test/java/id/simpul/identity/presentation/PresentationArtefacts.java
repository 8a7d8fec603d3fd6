package id.simpul.identity.presentation;

import id.simpul.core.value.Secret;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.mutants.Artefact;
import id.simpul.identity.mutants.Damage;
import id.simpul.identity.mutants.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Valid answers of a wallet to a desk, to be damaged. */
public final class PresentationArtefacts {
  private PresentationArtefacts() {}

  /** What was asked for, shown; the state is a part like the others. */
  public static Artefact presentation() {
    City city = new City();
    PresentationRequest request = city.ask();
    List<ClaimPath> asked = request.query().claims();
    String presented = city.held(City.TYPE).present(asked, request.challenge());
    List<Part> parts = new ArrayList<>(Artefact.sdJwt(presented));
    // A form without a state is refused before it becomes a response.
    Part state = Part.of(request.state().reveal(), Damage.BITS, Damage.EDITS);
    parts.add(state.sparing(String::isEmpty));
    return new Artefact(
        parts,
        texts -> {
          int last = texts.size() - 1;
          String mutant = String.join("", texts.subList(0, last));
          city.desk.receive(
              new PresentationResponse(
                  Secret.of(texts.get(last)), Map.of(request.query().id(), List.of(mutant)), null));
        });
  }
}
