package id.simpul.health.reconciliation;

import static id.simpul.health.reconciliation.Statements.DAY;
import static id.simpul.health.reconciliation.Statements.dose;
import static id.simpul.health.reconciliation.Statements.finding;
import static id.simpul.health.reconciliation.Statements.findings;
import static id.simpul.health.reconciliation.Statements.national;
import static id.simpul.health.reconciliation.Statements.regional;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.internal.reconciliation.Hashes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is suggested while there is any evidence of doubt; the reason is said instead. */
class CautionTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 3, 12);
  private static final String NIK = "9900011203900001";
  private static final Vaccinee BUDI = person(NIK, "Kalomi Tuvoya", BIRTH);
  private static final List<DoseIdentifier> CERTIFICATE =
      List.of(new DoseIdentifier("urn:certificate", "-"));

  private static Vaccinee person(String nik, String name, LocalDate birth) {
    return Vaccinee.of(WrittenNik.of(nik), name, birth);
  }

  private static Vaccinee noBirth(String nik, String name) {
    return Vaccinee.of(WrittenNik.of(nik), name, null);
  }

  private static void doubted(Reason reason, DoseStatement.Builder... statements) {
    List<Finding> findings = findings(statements);
    assertThat(findings).hasSizeGreaterThan(1);
    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
    assertThat(findings)
        .filteredOn(f -> f.classification().name().startsWith("MISSING"))
        .isNotEmpty()
        .allMatch(f -> f.reasons().contains(reason));
  }

  @Test
  void addition_sameDoseThreeDaysApart_isNotSuggested() {
    doubted(Reason.POSSIBLY_RECORDED, national(BUDI), regional(BUDI).date(DAY.plusDays(3)));
  }

  @Test
  void addition_sameLotOnAnyDay_isNotSuggested() {
    doubted(
        Reason.POSSIBLY_RECORDED,
        dose(Register.NATIONAL, "n-1", BUDI).lot("LOT1"),
        regional(BUDI).date(DAY.plusDays(9)));
  }

  @Test
  void addition_sameNameBirthAndDoseUnderANikTwoDigitsAway_isNotSuggested() {
    doubted(
        Reason.POSSIBLY_RECORDED,
        national(BUDI),
        regional(person("9900011203900023", "Kalomi Tuvoya", BIRTH)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K. Tuvoya", "Kalomi Tuvoya", "Kalomi"})
  void addition_sameDoseWithoutNik_isNotSuggested(String name) {
    doubted(
        Reason.POSSIBLY_RECORDED,
        national(BUDI).lot(null),
        regional(Vaccinee.withoutNik(name, null)).lot(null));
    assertThat(
            findings(national(BUDI), regional(Vaccinee.withoutNik(name, BIRTH)).doseNumber(2))
                .stream()
                .flatMap(f -> f.suggestions().stream()))
        .isEmpty();
  }

  @Test
  void addition_nikOfANameThatIsDifferentAndWithoutBirthDate_isNotSuggested() {
    doubted(
        Reason.NIK_HELD_BY_ANOTHER,
        national(BUDI),
        regional(noBirth(NIK, "Rasi Naduba")).doseNumber(2).lot("LOT2").date(DAY.plusDays(28)));
  }

  @Test
  void addition_nikOfATwin_isNotSuggested() {
    doubted(
        Reason.NIK_HELD_BY_ANOTHER,
        national(BUDI),
        regional(person(NIK, "Rasi Naduba", BIRTH))
            .doseNumber(2)
            .lot("LOT2")
            .date(DAY.plusDays(28)));
  }

  @Test
  void addition_twoPeopleUnderOneNikInOneRegister_isNotSuggested() {
    doubted(
        Reason.NIK_HELD_BY_ANOTHER,
        regional(BUDI),
        dose(Register.REGIONAL, "r-2", person(NIK, "Rasi Naduba", BIRTH))
            .doseNumber(2)
            .date(DAY.plusDays(28)));
  }

  @Test
  void addition_restEqualButTheVaccineGroup_isNotSuggested() {
    doubted(
        Reason.POSSIBLY_RECORDED,
        national(BUDI).lot(null),
        regional(BUDI).lot(null).group(new VaccineGroup("VG999")));
  }

  @Test
  void addition_nearlyTheSameNameUnderANikOneSlipAwayOnAnotherDay_isNotSuggested() {
    doubted(
        Reason.NIK_TYPO_SUSPECTED,
        national(BUDI),
        regional(person("9900011203900011", "Kalomi Tuvoyo", BIRTH))
            .doseNumber(2)
            .lot("LOT2")
            .date(DAY.plusDays(28)));
  }

  @Test
  void addition_nikWithoutABirthDateToProveIt_isNotSuggested() {
    Finding finding = finding(regional(noBirth(NIK, "Kalomi Tuvoya")));

    assertThat(finding.suggestions()).isEmpty();
    assertThat(finding.reasons()).contains(Reason.BIRTH_DATE_ABSENT);
  }

  @Test
  void addition_otherVaccineOfTheSameDayThatBothHave_isSuggested() {
    VaccineGroup polio = new VaccineGroup("VG7");
    List<Finding> findings =
        findings(
            national(BUDI),
            regional(BUDI),
            dose(Register.REGIONAL, "r-2", BUDI).group(polio).doseNumber(1).lot("P1"));

    assertThat(findings).hasSize(2);
    assertThat(findings).flatExtracting(Finding::suggestions).hasSize(1);
  }

  @Test
  void addition_womansNik_isSuggestedWhenItsDayIsHersPlusForty() {
    Vaccinee siti = person("9900015203900001", "Rasi Naduba", BIRTH);
    Vaccinee other = person("9900015303900001", "Rasi Naduba", BIRTH);

    assertThat(finding(regional(siti)).suggestions()).hasSize(1);
    assertThat(finding(regional(siti)).reasons()).doesNotContain(Reason.NIK_CONTRADICTS_BIRTH_DATE);
    assertThat(finding(regional(other)).suggestions()).isEmpty();
    assertThat(finding(regional(other)).reasons()).contains(Reason.NIK_CONTRADICTS_BIRTH_DATE);
  }

  @Test
  void patch_doseWhoseNumberWasCorrectedByANewRecord_doesNotTakeTheOtherSideBack() {
    List<Finding> findings =
        findings(
            national(BUDI),
            regional(BUDI).status(DoseStatus.ENTERED_IN_ERROR),
            dose(Register.REGIONAL, "r-2", BUDI).doseNumber(2).lot("LOT1"));

    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void patch_takenBackInOneRegisterAlone_isForAPerson() {
    Finding finding =
        finding(national(BUDI).lot("LOT2"), regional(BUDI).status(DoseStatus.ENTERED_IN_ERROR));

    assertThat(finding.suggestions()).isEmpty();
    assertThat(finding.decisions()).contains(FieldDecision.difference(DoseField.LOT, true, null));
    assertThat(finding.explain(Language.ENGLISH)).contains("taken back", "a person has to decide");
  }

  @Test
  void group_refusedOnMondayAndGivenOnTuesday_isNotOneDose() {
    DoseStatement.Builder refused = regional(BUDI).status(DoseStatus.NOT_DONE);

    doubted(Reason.POSSIBLY_RECORDED, refused, national(BUDI).date(DAY.plusDays(1)));
    assertThat(
            findings(
                refused,
                national(BUDI).date(DAY.plusDays(1)),
                dose(Register.REGIONAL, "r-2", BUDI)
                    .doseNumber(1)
                    .lot("LOT1")
                    .date(DAY.plusDays(1))))
        .extracting(Finding::classification)
        .containsExactlyInAnyOrder(MatchClass.SAME_DOSE, MatchClass.NOT_GIVEN);
  }

  @Test
  void patch_anotherDoseOfThoseDays_isNotSuggested() {
    List<Finding> findings =
        findings(
            national(BUDI).lot("LOT2"),
            regional(BUDI),
            dose(Register.REGIONAL, "r-2", BUDI).doseNumber(2).lot("LOT2"));

    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
    assertThat(findings).allMatch(f -> f.reasons().contains(Reason.POSSIBLY_RECORDED));
  }

  @Test
  void patch_nikThatOneRegisterAloneHas_isNotSuggested() {
    DoseStatement.Builder unknown =
        national(Vaccinee.withoutNik("Kalomi Tuvoya", BIRTH)).identifiers(CERTIFICATE);
    Vaccinee zeros = person("0000000000000000", "Kalomi Tuvoya", BIRTH);

    Finding junk = finding(unknown, regional(zeros).identifiers(CERTIFICATE));
    Finding good = finding(unknown, regional(BUDI).identifiers(CERTIFICATE));

    assertThat(junk.suggestions()).isEmpty();
    assertThat(good.suggestions()).isEmpty();
    assertThat(junk.decisions())
        .containsExactly(FieldDecision.difference(DoseField.NIK, false, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000", "9900011303900001"})
  void decision_nationalNikThatCannotBeRight_isUndecided(String nik) {
    Finding finding = finding(national(person(nik, "Kalomi Tuvoya", BIRTH)), regional(BUDI));

    assertThat(finding.decisions()).contains(FieldDecision.difference(DoseField.NIK, true, null));
    assertThat(finding.explain(Language.ENGLISH))
        .contains("NIK: undecided")
        .doesNotContain("verified with the civil registry");
  }

  @Test
  void patch_doseNumber_isNeverSuggested() {
    LocalDate second = DAY.plusDays(28);
    List<Finding> findings =
        findings(
            regional(BUDI),
            dose(Register.NATIONAL, "n-1", BUDI).doseNumber(1).date(DAY.plusDays(3)),
            dose(Register.NATIONAL, "n-2", BUDI).doseNumber(3).lot("B").date(second),
            dose(Register.REGIONAL, "r-2", BUDI).doseNumber(2).lot("B").date(second));

    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
    assertThat(findings).allMatch(f -> f.countedDoseNumber().isEmpty());
  }

  @Test
  void count_recordsOfADoseThatDoNotAgreeOnItsDay_isNone() {
    List<Finding> findings =
        findings(
            national(BUDI),
            dose(Register.NATIONAL, "n-2", BUDI).doseNumber(1).date(DAY.plusDays(1)),
            regional(BUDI),
            dose(Register.REGIONAL, "r-9", BUDI).doseNumber(2).date(DAY.plusDays(28)));

    assertThat(findings).hasSize(2);
    assertThat(findings).allMatch(f -> f.countedDoseNumber().isEmpty());
  }

  @Test
  void identifier_ofTwoPeopleInOneRegister_identifiesNeither() {
    List<Finding> findings =
        findings(
            regional(BUDI).identifiers(CERTIFICATE),
            dose(Register.REGIONAL, "r-2", Persons.person(9)).identifiers(CERTIFICATE),
            national(BUDI).identifiers(CERTIFICATE));

    assertThat(findings).hasSize(2);
    assertThat(findings)
        .allMatch(f -> f.reasons().contains(Reason.IDENTIFIER_OF_SEVERAL))
        .noneMatch(f -> f.reasons().contains(Reason.IDENTIFIER_SHARED))
        .allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void identifier_ofTooManyDoses_doesNotMakeTwoRecordsOne() {
    DoseStatement.Builder[] all =
        IntStream.rangeClosed(0, Keys.MAX_RUN)
            .mapToObj(i ->
                dose(Register.REGIONAL, "x-" + i, Persons.person(100 + i)).identifiers(CERTIFICATE))
            .toArray(DoseStatement.Builder[]::new);
    Vaccinee nameless = Vaccinee.withoutNik("Kalomi Tuvoya", BIRTH);
    all[0] = national(nameless).lot("LOT2").identifiers(CERTIFICATE);
    all[1] = regional(nameless).identifiers(CERTIFICATE);

    Finding finding =
        findings(all).stream()
            .filter(f -> !f.originals(Register.NATIONAL).isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(finding.originals(Register.REGIONAL)).hasSize(1);
    assertThat(finding.reasons()).doesNotContain(Reason.IDENTIFIER_SHARED);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void group_identifiersOfOneHash_areComparedByTheirValues() {
    DoseIdentifier one = new DoseIdentifier("urn:x", "8yn0iYCKYHlIj4-BwPqk");
    DoseIdentifier other = new DoseIdentifier("urn:x", "GReLUrM4wMqfg9yzV3KQ");
    assertThat(Hashes.of(one.value())).isEqualTo(Hashes.of(other.value()));

    assertThat(
            findings(
                national(BUDI).identifiers(List.of(one)),
                regional(Persons.person(9)).identifiers(List.of(other))))
        .hasSize(2);
  }

  @Test
  void patch_identifierOnTwoDosesOfAPerson_doesNotMakeOneOfThem() {
    List<Finding> findings =
        findings(
            national(BUDI).identifiers(CERTIFICATE),
            regional(BUDI)
                .doseNumber(2)
                .lot("LOT2")
                .date(DAY.plusDays(28))
                .identifiers(CERTIFICATE));

    assertThat(findings).allMatch(f -> f.suggestions().isEmpty());
  }

  @Test
  void group_denseSerialsOfOneBirthDate_areToldApartByDay() {
    DoseStatement.Builder[] all =
        IntStream.range(0, 90)
            .mapToObj(i ->
                dose(
                        Register.NATIONAL,
                        "n-" + i,
                        person("990001120390000" + (i % 9 + 1), Persons.name(37 * (i % 9)), BIRTH))
                    .doseNumber(i / 9 + 1)
                    .lot("L" + i)
                    .date(DAY.plusDays(i / 9 * 28L)))
            .toArray(DoseStatement.Builder[]::new);

    assertThat(findings(all))
        .hasSize(90)
        .noneMatch(f -> f.reasons().contains(Reason.AMBIGUOUS))
        .allMatch(f -> f.suggestions().size() == 1);
  }

  @Test
  void group_ambiguousByNik_isNotGivenAWeakerPartner() {
    List<Finding> findings =
        findings(
            dose(Register.NATIONAL, "n-1", BUDI).lot("L"),
            dose(Register.REGIONAL, "r-1", BUDI).lot("L").doseNumber(1),
            dose(Register.REGIONAL, "r-2", BUDI).lot("L").doseNumber(2),
            dose(Register.REGIONAL, "r-3", Vaccinee.withoutNik("Kalomi Tuvoya", BIRTH)).lot("L"));

    assertThat(findings).hasSize(4).allMatch(f -> f.suggestions().isEmpty());
    assertThat(findings)
        .filteredOn(f -> !f.originals(Register.NATIONAL).isEmpty())
        .allMatch(f -> f.reasons().contains(Reason.AMBIGUOUS));
  }

  @Test
  void group_twinsOfNearlyOneNameWithOneDoseLostOnEitherSide_areNotOne() {
    Vaccinee rizka = person("9900011203900001", "Rizka Naduba", BIRTH);
    Vaccinee rizki = person("9900011203900002", "Rizki Naduba", BIRTH);

    List<Finding> findings =
        findings(
            national(rizka),
            regional(rizki),
            dose(Register.NATIONAL, "n-2", rizki).doseNumber(2).date(DAY.plusDays(28)));

    assertThat(findings)
        .hasSize(3)
        .noneMatch(f -> f.classification() == MatchClass.LIKELY_NIK_TYPO);
    assertThat(findings)
        .filteredOn(f -> f.reasons().contains(Reason.POSSIBLY_RECORDED))
        .hasSize(2)
        .allMatch(f -> f.suggestions().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "tidak ada", "..."})
  void nik_withoutADigit_isAbsent(String written) {
    Finding finding = finding(national(BUDI), regional(person(written, "Kalomi Tuvoya", BIRTH)));

    assertThat(finding.classification()).isEqualTo(MatchClass.SAME_DOSE);
    assertThat(finding.reasons()).contains(Reason.NIK_ABSENT);
  }

  @Test
  void person_otherSpellingAndASlipInTheBirthDate_isNotAnotherPerson() {
    Finding finding =
        finding(
            national(person(NIK, "Nur Aini", BIRTH)),
            regional(person(NIK, "Nuraini", LocalDate.of(1990, 12, 3))));

    assertThat(finding.classification()).isEqualTo(MatchClass.CONFLICT);
    assertThat(finding.reasons()).contains(Reason.BIRTH_DATE_ONE_SLIP);
    assertThat(finding.suggestions()).isEmpty();
  }

  @Test
  void explain_refusedDose_saysSoAndTheRest() {
    assertThat(
            finding(
                    regional(BUDI)
                        .status(DoseStatus.NOT_DONE)
                        .expiry(LocalDate.of(2022, 1, 1))
                        .location("Puskesmas 7"))
                .explain(Language.ENGLISH))
        .startsWith("NOT_GIVEN")
        .contains("not given", "expires 2022-01-01", "at Puskesmas 7");
  }

  @Test
  void addition_personWithoutNik_saysWhyNot() {
    Finding finding = finding(regional(Vaccinee.withoutNik("Kalomi Tuvoya", BIRTH)));

    assertThat(finding.suggestions()).isEmpty();
    assertThat(finding.reasons()).contains(Reason.NIK_ABSENT);
  }
}
