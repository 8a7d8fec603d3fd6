package id.simpul.identity.mutants;

import id.simpul.identity.TrustException;
import java.util.ArrayList;
import java.util.List;

/** What became of the mutants of one artefact or of several. */
final class Tally {
  private final List<String> accepted = new ArrayList<>();
  private final List<String> undeclared = new ArrayList<>();
  private int artefacts;
  private int mutants;

  /** Damages an artefact in every way, then has it taken as it is. */
  static Tally of(Artefact artefact, int number, long seed) {
    Tally tally = new Tally();
    Mutator mutator = new Mutator(number, seed);
    List<String> texts = new ArrayList<>(artefact.parts().stream().map(Part::text).toList());
    for (int i = 0; i < texts.size(); i++) {
      int at = i;
      mutator
          .mutants(artefact.parts().get(i))
          .forEach(mutant -> {
            texts.set(at, mutant);
            tally.attempt(artefact, texts, number, at);
          });
      texts.set(i, artefact.parts().get(i).text());
    }
    artefact.verifier().accept(texts); // nothing else was wrong with the mutants
    tally.artefacts++;
    return tally;
  }

  private void attempt(Artefact artefact, List<String> texts, int number, int part) {
    mutants++;
    try {
      artefact.verifier().accept(List.copyOf(texts));
      accepted.add("artefact " + number + ", part " + part + ": " + texts);
    } catch (TrustException e) {
      // refused in the way it should be
    } catch (Throwable e) {
      undeclared.add("artefact " + number + ", part " + part + ": " + texts + ": " + e);
    }
  }

  /** Counts what another counted, too. */
  Tally add(Tally other) {
    artefacts += other.artefacts;
    mutants += other.mutants;
    accepted.addAll(other.accepted);
    undeclared.addAll(other.undeclared);
    return this;
  }

  int artefacts() {
    return artefacts;
  }

  int mutants() {
    return mutants;
  }

  List<String> accepted() {
    return accepted;
  }

  List<String> undeclared() {
    return undeclared;
  }

  @Override
  public String toString() {
    return "%,d mutants, %d accepted, %d undeclared"
        .formatted(mutants, accepted.size(), undeclared.size());
  }
}
