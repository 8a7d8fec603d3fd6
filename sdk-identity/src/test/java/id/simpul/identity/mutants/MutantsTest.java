package id.simpul.identity.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.credential.CredentialArtefacts;
import id.simpul.identity.federation.FederationArtefacts;
import id.simpul.identity.http.MessageArtefacts;
import id.simpul.identity.jose.TokenArtefacts;
import id.simpul.identity.presentation.PresentationArtefacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Forty artefacts of every class, each with every bit of its headers and signatures turned and with
 * random edits: no mutant is accepted, and each is refused in the declared way. Of a chain one link
 * is damaged in turn, of an ML-DSA signature one bit in forty, so that the forty have all. Keys and
 * salts are new in every run; the seed decides the edits ({@code -Dsimpul.mutants.seed=N} takes
 * another). What is accepted is printed whole.
 *
 * <p>Not damage, so not made: a disclosure dropped, or put in another place, in an SD-JWT without
 * key binding (RFC 9901, section 7: the holder chooses); the other signature of ES256 with n - s,
 * which is valid by FIPS 186-5; white space and fields a message's signature does not cover.
 */
@Tag("mutants")
class MutantsTest {
  private static final int ARTEFACTS = 40;
  private static final int LEAST_MUTANTS = 200_000;
  private static final long SEED = Long.getLong("simpul.mutants.seed", 20261122);

  static Map<String, IntFunction<Artefact>> classes() {
    Map<String, IntFunction<Artefact>> classes = new LinkedHashMap<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      classes.put("JWS " + algorithm.joseName(), number -> TokenArtefacts.jws(algorithm));
    }
    classes.put("SD-JWT", CredentialArtefacts::bearer);
    classes.put("SD-JWT with key binding", CredentialArtefacts::bound);
    classes.put("status list", CredentialArtefacts::statusList);
    classes.put("entity statement", FederationArtefacts::statement);
    classes.put("chain", FederationArtefacts::chain);
    classes.put("signed request", MessageArtefacts::request);
    classes.put("signed answer", MessageArtefacts::answer);
    classes.put("presentation", number -> PresentationArtefacts.presentation());
    return classes;
  }

  @Test
  void verify_mutantsOfEveryClass_noneIsAccepted() {
    Tally total = new Tally();
    classes().forEach((name, maker) -> total.add(tally(name, maker)));
    System.out.printf(
        "mutants: %d artefacts of each of %d classes, %s (seed %d)%n",
        ARTEFACTS, classes().size(), total, SEED);
    assertThat(total.accepted()).isEmpty();
    assertThat(total.undeclared()).isEmpty();
    assertThat(total.artefacts()).isEqualTo(ARTEFACTS * classes().size());
    assertThat(total.mutants()).isGreaterThanOrEqualTo(LEAST_MUTANTS);
  }

  private static Tally tally(String name, IntFunction<Artefact> maker) {
    Tally tally = new Tally();
    IntStream.range(0, ARTEFACTS)
        .parallel()
        .mapToObj(number -> Tally.of(maker.apply(number), number, SEED))
        .sequential()
        .forEach(tally::add);
    System.out.printf("mutants: %s: %d artefacts, %s%n", name, tally.artefacts(), tally);
    return tally;
  }
}
