package id.simpul.health.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of every finding, whatever led to it. */
final class Invariants {
  private static final List<Reason> DOUBTS =
      List.of(
          Reason.NIK_ONE_SLIP,
          Reason.NIK_CONTRADICTS_BIRTH_DATE,
          Reason.NIK_MALFORMED,
          Reason.NIK_ABSENT,
          Reason.NIK_DIFFERENT,
          Reason.NAME_DIFFERENT,
          Reason.BIRTH_DATE_ONE_SLIP,
          Reason.BIRTH_DATE_DIFFERENT,
          Reason.RECORDED_TWICE,
          Reason.ENTERED_IN_ERROR,
          Reason.VERSION_UNCLEAR,
          Reason.IDENTIFIER_OF_SEVERAL,
          Reason.AMBIGUOUS,
          Reason.NIK_HELD_BY_ANOTHER,
          Reason.NIK_TYPO_SUSPECTED,
          Reason.POSSIBLY_RECORDED,
          Reason.TOO_MANY_RECORDS);

  private Invariants() {}

  static void check(long seed, Finding finding) {
    String about = "seed " + seed;
    List<DoseStatement> national = finding.originals(Register.NATIONAL);
    List<DoseStatement> regional = finding.originals(Register.REGIONAL);
    assertThat(finding.reasons()).as(about).isNotEmpty();
    if (national.size() == 1 && regional.size() == 1) {
      everyDifferenceIsDecided(about, finding, national.get(0), regional.get(0));
    }
    if (finding.classification() == MatchClass.CONFLICT) {
      assertThat(finding.conflicts()).as(about).isNotEmpty();
    }
    boolean personInDoubt =
        finding.classification() == MatchClass.LIKELY_NIK_TYPO
            || finding.classification() == MatchClass.WRONG_PERSON
            || finding.conflicts().stream().anyMatch(DoseField::personal);
    if (personInDoubt) {
      assertThat(finding.suggestions()).as(about).isEmpty();
    }
    finding.suggestions().forEach(s -> checkSuggestion(about, finding, s));
    Stream.concat(national.stream(), regional.stream())
        .forEach(s -> showsNothing(about, finding, s.person()));
  }

  private static void everyDifferenceIsDecided(
      String about, Finding finding, DoseStatement a, DoseStatement b) {
    Set<DoseField> different = new HashSet<>();
    for (DoseField field : DoseField.values()) {
      if (!field.value(a).equals(field.value(b))) {
        different.add(field);
      }
    }
    assertThat(finding.decisions().stream().map(FieldDecision::field))
        .as(about)
        .containsExactlyInAnyOrderElementsOf(different);
  }

  private static void checkSuggestion(String about, Finding finding, Suggestion suggestion) {
    if (suggestion instanceof PatchSuggestion patch) {
      assertThat(finding.originals(patch.register())).as(about).contains(patch.target());
      assertThat(patch.ifMatch())
          .as(about)
          .isEqualTo("W/\"" + patch.target().version().tag() + "\"");
      assertThat(patch.changes().keySet())
          .as(about)
          .allMatch(field -> field.policy() == FieldPolicy.ORIGINATOR_WINS);
      assertThat(finding.reasons()).as(about).doesNotContainAnyElementsOf(DOUBTS);
      patch
          .changes()
          .forEach((field, source) -> {
            assertThat(source.register()).as(about).isEqualTo(patch.register().other());
            assertThat(field.value(source))
                .as(about)
                .isNotEqualTo(field.value(patch.target()))
                .isNotEqualTo(Optional.empty());
          });
    } else {
      assertThat(finding.originals(suggestion.register())).as(about).isEmpty();
      assertThat(finding.reasons()).as(about).contains(Reason.ONLY_HERE);
      assertThat(finding.reasons()).as(about).doesNotContainAnyElementsOf(DOUBTS);
    }
  }

  private static void showsNothing(String about, Finding finding, Vaccinee person) {
    String shown =
        finding.explain(Language.ENGLISH)
            + finding.explain(Language.INDONESIAN)
            + finding
            + finding.decisions()
            + finding.suggestions()
            + finding.originals(Register.NATIONAL)
            + finding.originals(Register.REGIONAL)
            + person
            + person.nik();
    for (String word : person.name().split("[^A-Za-z]+", -1)) {
      if (word.length() > 2) {
        assertThat(shown).as(about).doesNotContain(word);
      }
    }
    person
        .nik()
        .ifPresent(nik -> assertThat(shown).as(about).doesNotContain(nik.reveal(), nik.digits()));
  }
}
