package id.simpul.identity.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException;
import id.simpul.identity.testing.Crowd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty-two threads on every verifier: each class of artefact with one verifier for all, every
 * other turn a mutant. What may count many times is taken every time, what may count once is taken
 * once and a replay from then on, and no mutant is taken.
 */
class SharedVerifiersTest {
  private static final int TURNS = 16;
  private static final long SEED = 20261122;
  private static final int HALF = Crowd.THREADS * TURNS / 2;
  private static final Set<String> ONCE =
      Set.of("SD-JWT with key binding", "signed request", "presentation");

  private static Set<String> names() {
    return MutantsTest.classes().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void verify_validAndMutants_verdictsAreExact(String name) throws Exception {
    Artefact artefact = MutantsTest.classes().get(name).apply(1);
    List<List<String>> mutants = mutants(artefact);
    List<String> valid = artefact.parts().stream().map(Part::text).toList();
    Map<String, Integer> outcomes =
        Crowd.outcomes(
            TURNS,
            turn -> {
              boolean isValid = turn % 2 == 0;
              try {
                artefact.verifier().accept(isValid ? valid : mutants.get(turn / 2));
                return isValid ? "taken" : "mutant taken";
              } catch (TrustException e) {
                return isValid ? e.reason().name() : "mutant refused";
              }
            });
    assertThat(outcomes)
        .isEqualTo(
            ONCE.contains(name)
                ? Map.of("taken", 1, "REPLAYED", HALF - 1, "mutant refused", HALF)
                : Map.of("taken", HALF, "mutant refused", HALF));
  }

  /** As many as there are turns for, from all over the artefact. */
  private static List<List<String>> mutants(Artefact artefact) {
    List<String> texts = artefact.parts().stream().map(Part::text).toList();
    List<List<String>> all = new ArrayList<>();
    Mutator mutator = new Mutator(1, SEED);
    for (int i = 0; i < texts.size(); i++) {
      int at = i;
      mutator
          .mutants(artefact.parts().get(i))
          .forEach(mutant -> {
            List<String> damaged = new ArrayList<>(texts);
            damaged.set(at, mutant);
            all.add(damaged);
          });
    }
    assertThat(all).hasSizeGreaterThan(HALF);
    int step = all.size() / HALF;
    List<List<String>> some = new ArrayList<>();
    for (int i = 0; i < HALF; i++) {
      some.add(all.get(i * step));
    }
    return some;
  }
}
