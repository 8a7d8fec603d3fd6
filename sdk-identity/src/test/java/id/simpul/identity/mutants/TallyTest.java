package id.simpul.identity.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The count of mutants can fail. */
class TallyTest {
  private static final Part PART = Part.of("aGVsbG8", Damage.values());

  private static TrustException refusal() {
    return new TrustException(Reason.SIGNATURE_INVALID, "test", "is damaged", "text");
  }

  private static Artefact verifiedBy(Consumer<String> verifier) {
    return Artefact.ofText(List.of(PART, Part.kept(".")), verifier);
  }

  @Test
  void of_verifierThatTakesEverything_countsEachAsAccepted() {
    Tally tally = Tally.of(verifiedBy(text -> {}), 0, 1);
    assertThat(tally.accepted()).hasSize(tally.mutants());
  }

  @Test
  void of_verifierThatBreaks_countsItAsUndeclared() {
    Tally tally =
        Tally.of(
            verifiedBy(text -> {
              if (!text.equals("aGVsbG8.")) {
                throw text.isEmpty() ? refusal() : new IllegalStateException("broken");
              }
            }),
            0,
            1);
    assertThat(tally.accepted()).isEmpty();
    assertThat(tally.undeclared()).hasSize(tally.mutants());
  }

  @Test
  void of_artefactThatIsNotValid_fails() {
    assertThatThrownBy(() ->
            Tally.of(
                verifiedBy(text -> {
                  throw refusal();
                }),
                0,
                1))
        .isInstanceOf(TrustException.class);
  }

  @Test
  void mutants_ofPart_everyBitTurnedAndNoneEqual() {
    List<String> bits = new Mutator(0, 1).mutants(Part.of("ab", Damage.BITS)).toList();
    assertThat(bits).hasSize(17).doesNotHaveDuplicates().doesNotContain("ab").contains("", "a`");
    assertThat(new Mutator(0, 1).mutants(Part.of("aGVsbG8", Damage.BYTES))).hasSize(41);
  }

  @Test
  void mutants_sameSeed_sameEdits() {
    List<String> edits = new Mutator(3, 7).mutants(PART).toList();
    assertThat(new Mutator(3, 7).mutants(PART)).isEqualTo(edits);
    assertThat(new Mutator(3, 8).mutants(PART)).isNotEqualTo(edits);
    assertThat(edits).doesNotContain(PART.text());
  }

  @Test
  void mutants_sparedTexts_areNotMade() {
    assertThat(new Mutator(0, 1).mutants(PART.sparing(String::isEmpty))).doesNotContain("");
    assertThat(new Mutator(0, 1).mutants(Part.kept("text"))).isEmpty();
  }

  @Test
  void mutants_longSignature_isSharedOutWithoutALoss() {
    Part signature = Part.of("A".repeat(4412), Damage.BYTES);
    Set<String> all =
        IntStream.range(0, Mutator.SHARES)
            .boxed()
            .flatMap(number -> new Mutator(number, 1).mutants(signature))
            .collect(Collectors.toSet());
    assertThat(all).hasSize(4412 / 4 * 3 * 8 + 1);
  }
}
