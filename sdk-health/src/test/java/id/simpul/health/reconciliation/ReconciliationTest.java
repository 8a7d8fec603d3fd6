package id.simpul.health.reconciliation;

import static id.simpul.health.reconciliation.Statements.DAY;
import static id.simpul.health.reconciliation.Statements.dose;
import static id.simpul.health.reconciliation.Statements.finding;
import static id.simpul.health.reconciliation.Statements.findings;
import static id.simpul.health.reconciliation.Statements.national;
import static id.simpul.health.reconciliation.Statements.regional;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Vaccinee BUDI = Persons.person(1);
  private static final Vaccinee SITI = Persons.person(50);
  private static final List<DoseIdentifier> CERTIFICATE =
      List.of(new DoseIdentifier("urn:certificate", "URN:UVCI:01:ID:1"));

  private static Vaccinee person(String nik, Vaccinee rest) {
    return Vaccinee.of(WrittenNik.of(nik), rest.name(), rest.birthDate().orElse(null));
  }

  private static Vaccinee mistyped(Vaccinee person) {
    return person(Persons.mistyped(nik(person)), person);
  }

  private static String nik(Vaccinee person) {
    return person.nik().orElseThrow().reveal();
  }

  private static Vaccinee named(String name, Vaccinee rest) {
    return Vaccinee.of(rest.nik().orElseThrow(), name, rest.birthDate().orElse(null));
  }

  @Test
  void findings_sharedIdentifier_areSame() {
    Finding finding =
        finding(national(BUDI).identifiers(CERTIFICATE), regional(BUDI).identifiers(CERTIFICATE));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME);
    assertThat(finding.reasons()).contains(Reason.IDENTIFIER_SHARED, Reason.NIK_SAME);
    assertThat(finding.decisions()).isEmpty();
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_samePersonGroupNumberAndNeighbouringDay_areSameDose() {
    Finding finding = finding(national(BUDI).date(DAY.plusDays(1)), regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.reasons()).contains(Reason.DATE_ONE_DAY_APART, Reason.DOSE_NUMBER_SAME);
    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.DATE, false, Register.REGIONAL));
  }

  @Test
  void findings_sameLotAndNoNumber_areSameDose() {
    Finding finding =
        finding(dose(Register.NATIONAL, "n-1", BUDI).lot("lot-1"), regional(BUDI).lot("LOT 1"));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.decisions())
        .containsExactly(FieldDecision.gap(DoseField.DOSE_NUMBER, Register.REGIONAL));
  }

  @Test
  void findings_twoDaysApart_areMissingOnBothSides() {
    List<Finding> findings = findings(national(BUDI).date(DAY.plusDays(2)), regional(BUDI));

    assertThat(findings)
        .extracting(Finding::classification)
        .containsExactlyInAnyOrder(MatchClass.MISSING_NATIONAL, MatchClass.MISSING_REGIONAL);
    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.POSSIBLY_RECORDED));
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void findings_mistypedNikAndSameNameAndBirthDate_areLikelyTypoWithoutSuggestion() {
    Finding finding = finding(national(BUDI), regional(mistyped(BUDI)));

    assertThat(finding.classification()).isEqualTo(MatchClass.LIKELY_NIK_TYPO);
    assertThat(finding.reasons())
        .contains(Reason.NIK_ONE_SLIP, Reason.NAME_SAME, Reason.BIRTH_DATE_SAME);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_mistypedNikAndNearlyTheSameName_areLikelyTypo() {
    Vaccinee other = named(BUDI.name().substring(0, BUDI.name().length() - 1), mistyped(BUDI));

    Finding finding = finding(national(BUDI), regional(other));

    assertThat(finding.classification()).isEqualTo(MatchClass.LIKELY_NIK_TYPO);
    assertThat(finding.reasons()).contains(Reason.NAME_CLOSE);
  }

  @Test
  void findings_nikWhoseDateIsNotTheBirthDate_areLikelyTypo() {
    Vaccinee other = person(Persons.nik(700, Persons.birth(700)), BUDI);

    Finding finding = finding(national(BUDI), regional(other));

    assertThat(finding.classification()).isEqualTo(MatchClass.LIKELY_NIK_TYPO);
    assertThat(finding.reasons()).contains(Reason.NIK_CONTRADICTS_BIRTH_DATE);
  }

  @Test
  void findings_nikThatCannotExist_areLikelyTypo() {
    Finding finding = finding(national(BUDI), regional(person("0000000000000000", BUDI)));

    assertThat(finding.classification()).isEqualTo(MatchClass.LIKELY_NIK_TYPO);
    assertThat(finding.reasons()).contains(Reason.NIK_MALFORMED);
  }

  @Test
  void findings_noNikButNameAndBirthDate_areSameDoseWithoutSuggestion() {
    Vaccinee other = Vaccinee.withoutNik(BUDI.name(), BUDI.birthDate().orElse(null));

    Finding finding = finding(national(BUDI), regional(other));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.reasons()).contains(Reason.PERSON_BY_NAME_AND_BIRTH_DATE);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_twoNamesakesWithoutNik_areNotChosenFrom() {
    Vaccinee other = Vaccinee.withoutNik(BUDI.name(), BUDI.birthDate().orElse(null));

    List<Finding> findings =
        findings(
            national(BUDI), regional(other), dose(Register.REGIONAL, "r-2", other).lot("LOT1"));

    assertThat(findings).hasSize(3);
    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.AMBIGUOUS));
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void findings_sameNikOfTwoPeople_areWrongPersonWithoutSuggestion() {
    Finding finding = finding(national(BUDI), regional(person(nik(BUDI), SITI)));

    assertThat(finding.classification()).isEqualTo(MatchClass.WRONG_PERSON);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_otherDoseUnderANikOfSomebodyElse_areNotSuggestedToBeAdded() {
    List<Finding> findings =
        findings(
            national(BUDI), regional(person(nik(BUDI), SITI)).date(DAY.plusDays(40)).doseNumber(2));

    assertThat(findings).hasSize(2);
    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.NIK_HELD_BY_ANOTHER));
    assertThat(findings).allMatch(f -> f.witness().isPresent());
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void findings_otherDoseUnderAMistypedNik_areNotSuggestedToBeAdded() {
    List<Finding> findings =
        findings(national(BUDI), regional(mistyped(BUDI)).date(DAY.plusDays(40)).doseNumber(2));

    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.NIK_TYPO_SUSPECTED));
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void findings_doseThatMayBeTheSame_areNotSuggestedToBeAdded() {
    List<Finding> findings = findings(dose(Register.NATIONAL, "n-1", BUDI), regional(BUDI));

    assertThat(findings).hasSize(2);
    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.POSSIBLY_RECORDED));
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void findings_regionalAlone_suggestToRecordItNationally() {
    Finding finding = finding(regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.MISSING_NATIONAL);
    assertThat(finding.reasons()).contains(Reason.ONLY_HERE);
    assertThat(finding.suggestions())
        .containsExactly(new AdditionSuggestion(regional(BUDI).build()));
    assertThat(finding.suggestions().get(0).register()).isEqualTo(Register.NATIONAL);
  }

  @Test
  void findings_nationalAlone_areMissingRegional() {
    assertThat(finding(national(BUDI)).classification()).isEqualTo(MatchClass.MISSING_REGIONAL);
  }

  @Test
  void findings_aloneButTakenBack_suggestNothing() {
    Finding finding = finding(regional(BUDI).status(DoseStatus.ENTERED_IN_ERROR));

    assertThat(finding.classification()).isEqualTo(MatchClass.NOT_GIVEN);
    assertThat(finding.reasons()).contains(Reason.ENTERED_IN_ERROR);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_differentLot_areConflictWhereTheOriginatorStands() {
    Finding finding = finding(national(BUDI).lot("LOT2"), regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.CONFLICT);
    assertThat(finding.conflicts()).containsExactly(DoseField.LOT);
    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.LOT, true, Register.REGIONAL));
    assertThat(finding.suggestions())
        .singleElement()
        .isInstanceOfSatisfying(
            PatchSuggestion.class,
            patch -> {
              assertThat(patch.register()).isEqualTo(Register.NATIONAL);
              assertThat(patch.ifMatch()).isEqualTo("W/\"v1\"");
              assertThat(patch.changes()).containsOnlyKeys(DoseField.LOT);
              assertThat(patch.changes().get(DoseField.LOT).lot()).contains("LOT1");
            });
  }

  @Test
  void findings_differentLotAndUnknownOriginator_areUndecided() {
    Finding finding =
        finding(national(BUDI).lot("LOT2").originator(null), regional(BUDI).originator(null));

    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.LOT, true, null));
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_originatorsThatContradictEachOther_areUndecided() {
    Finding finding =
        finding(national(BUDI).lot("LOT2").originator(Register.NATIONAL), regional(BUDI));

    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.LOT, true, null));
  }

  @Test
  void findings_namesNearlyTheSame_standAsNationalWithoutConflict() {
    Vaccinee shortened = named("K. " + BUDI.name().split(" ")[1], BUDI);

    Finding finding =
        finding(national(named("Kalomi " + BUDI.name().split(" ")[1], BUDI)), regional(shortened));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.NAME, false, Register.NATIONAL));
    assertThat(finding.suggestions()).as("a name is corrected at its source").isEmpty();
  }

  @Test
  void findings_differentBirthDate_areConflictWithoutSuggestion() {
    Vaccinee other = Vaccinee.of(BUDI.nik().orElseThrow(), BUDI.name(), LocalDate.of(1999, 9, 9));

    Finding finding = finding(national(BUDI), regional(other).lot("LOT2"));

    assertThat(finding.classification()).isEqualTo(MatchClass.CONFLICT);
    assertThat(finding.conflicts()).containsExactly(DoseField.BIRTH_DATE, DoseField.LOT);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_enteredInError_beatsCompleted() {
    Finding finding = finding(national(BUDI).status(DoseStatus.ENTERED_IN_ERROR), regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.CONFLICT);
    assertThat(finding.decisions())
        .containsExactly(FieldDecision.difference(DoseField.STATUS, true, Register.NATIONAL));
    assertThat(finding.countedDoseNumber()).isEmpty();
  }

  @Test
  void findings_recordTakenBackAndReplaced_stillSaysThatTheDoseWasGiven() {
    Finding finding =
        finding(
            national(BUDI).status(DoseStatus.ENTERED_IN_ERROR),
            dose(Register.NATIONAL, "n-2", BUDI).doseNumber(1).lot("LOT1"),
            regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.reasons()).contains(Reason.RECORD_REPLACED);
    assertThat(finding.originals(Register.NATIONAL)).hasSize(2);
  }

  @Test
  void findings_differentDoseNumber_standsAsCountedByDay() {
    Finding second =
        findings(
                national(BUDI).lot(null),
                regional(BUDI).lot(null),
                dose(Register.NATIONAL, "n-2", BUDI).date(DAY.plusDays(28)).lot("A").doseNumber(1),
                dose(Register.REGIONAL, "r-2", BUDI).date(DAY.plusDays(28)).lot("A").doseNumber(2))
            .stream()
            .filter(f -> f.classification() == MatchClass.CONFLICT)
            .findFirst()
            .orElseThrow();

    assertThat(second.countedDoseNumber()).contains(2);
    assertThat(second.reasons()).contains(Reason.DOSE_NUMBER_NOT_AS_COUNTED);
    assertThat(second.decisions())
        .containsExactly(FieldDecision.difference(DoseField.DOSE_NUMBER, true, Register.REGIONAL));
  }

  @Test
  void findings_olderVersions_areSupersededAndKept() {
    StatementSet set =
        StatementSet.of(
            List.of(
                dose(Register.NATIONAL, "n-1", 1, BUDI).doseNumber(1).lot("OLD").build(),
                dose(Register.NATIONAL, "n-1", 2, BUDI).doseNumber(1).lot("LOT1").build(),
                regional(BUDI).build()));

    List<Finding> findings = new ArrayList<>();
    Tally tally = Reconciliation.reconcile(set, findings::add);

    assertThat(tally.superseded()).isEqualTo(1);
    assertThat(tally.count(MatchClass.SAME_DOSE)).isEqualTo(1);
    assertThat(findings.get(0).originals(Register.NATIONAL).get(0).lot()).contains("LOT1");
    assertThat(set.stream()).hasSize(3);
  }

  @Test
  void findings_twoContentsOfOneVersion_areConflictWithoutSuggestion() {
    Finding finding = finding(national(BUDI), national(BUDI).lot("LOT2"), regional(BUDI));

    assertThat(finding.classification()).isEqualTo(MatchClass.CONFLICT);
    assertThat(finding.reasons()).contains(Reason.VERSION_UNCLEAR);
    assertThat(finding.originals(Register.NATIONAL)).hasSize(2);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void findings_sameDoseTwiceInOneRegister_areOneFinding() {
    Finding finding =
        finding(national(BUDI), dose(Register.NATIONAL, "n-2", BUDI).doseNumber(1), regional(BUDI));

    assertThat(finding.reasons()).contains(Reason.RECORDED_TWICE);
  }

  @Test
  void findings_asManyAsAreCompared_areOneFinding() {
    assertThat(duplicates(Judge.MAX_COMPARED)).hasSize(1);
    assertThat(duplicates(Judge.MAX_COMPARED).get(0).reasons()).contains(Reason.RECORDED_TWICE);
  }

  @Test
  void findings_oneMoreThanAreCompared_areHandedOnInPartsAsConflict() {
    List<Finding> findings = duplicates(Judge.MAX_COMPARED + 1);

    assertThat(findings).hasSize(2);
    assertThat(findings)
        .allMatch(f -> f.classification() == MatchClass.CONFLICT)
        .allMatch(f -> f.reasons().equals(List.of(Reason.TOO_MANY_RECORDS)));
  }

  private static List<Finding> duplicates(int count) {
    return Reconciliation.findings(
        StatementSet.of(
            IntStream.range(0, count)
                .mapToObj(i -> dose(Register.REGIONAL, "r-" + i, BUDI).doseNumber(1).build())
                .toList()));
  }

  @Test
  void findings_identifierOfToManyDoses_identifiesNoneOfThem() {
    assertThat(identified(Keys.MAX_RUN)).hasSize(1);
    assertThat(identified(Keys.MAX_RUN + 1)).hasSize(Keys.MAX_RUN + 1);
  }

  private static List<Finding> identified(int count) {
    return Reconciliation.findings(
        StatementSet.of(
            IntStream.range(0, count)
                .mapToObj(i ->
                    dose(i % 2 == 0 ? Register.NATIONAL : Register.REGIONAL, "r-" + i, BUDI)
                        .identifiers(CERTIFICATE)
                        .build())
                .toList()));
  }

  @Test
  void findings_moreNamesakesThanAreCompared_areNotTakenForMissing() {
    assertThat(namesakes(Keys.MAX_RUN))
        .hasSize(Keys.MAX_RUN)
        .noneMatch(f -> f.reasons().contains(Reason.AMBIGUOUS));
    assertThat(namesakes(Keys.MAX_RUN + 1))
        .hasSize(Keys.MAX_RUN + 1)
        .allMatch(f -> f.reasons().contains(Reason.AMBIGUOUS))
        .allMatch(f -> f.suggestions().isEmpty());
  }

  /** People of one name, birth date and dose whose NIKs have nothing to do with each other. */
  private static List<Finding> namesakes(int count) {
    List<DoseStatement> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Vaccinee person = person(Persons.nik(111 * i, Persons.birth(1)), BUDI);
      Register register = i == 0 ? Register.NATIONAL : Register.REGIONAL;
      statements.add(dose(register, "r-" + i, person).doseNumber(1).build());
    }
    return Reconciliation.findings(StatementSet.of(statements));
  }

  @Test
  void findings_emptySet_areNone() {
    assertThat(Reconciliation.findings(StatementSet.of(List.of()))).isEmpty();
  }
}
