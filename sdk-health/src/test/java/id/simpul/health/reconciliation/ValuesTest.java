package id.simpul.health.reconciliation;

import static id.simpul.health.reconciliation.Statements.dose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final Vaccinee PERSON = Persons.person(1);

  /** A text of a length put into a value, and the longest there may be. */
  record Text(int longest, Consumer<String> use) {}

  static Stream<Text> texts() {
    return Stream.of(
        new Text(VaccineGroup.MAX_LENGTH, VaccineGroup::new),
        new Text(DoseIdentifier.MAX_LENGTH, text -> new DoseIdentifier(text, "x")),
        new Text(DoseIdentifier.MAX_LENGTH, text -> new DoseIdentifier("x", text)),
        new Text(RecordVersion.MAX_LENGTH, text -> new RecordVersion(text, Instant.EPOCH)),
        new Text(WrittenNik.MAX_LENGTH, WrittenNik::of),
        new Text(Vaccinee.MAX_NAME_LENGTH, text -> Vaccinee.withoutNik(text, null)),
        new Text(
            DoseStatement.MAX_TEXT_LENGTH, text -> dose(Register.NATIONAL, text, PERSON).build()),
        new Text(
            DoseStatement.MAX_TEXT_LENGTH,
            text -> dose(Register.NATIONAL, "n", PERSON).lot(text).build()),
        new Text(
            DoseStatement.MAX_TEXT_LENGTH,
            text -> dose(Register.NATIONAL, "n", PERSON).location(text).build()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_longestAndOneMore_isTakenAndRefused(Text text) {
    assertThatCode(() -> text.use().accept("7".repeat(text.longest()))).doesNotThrowAnyException();
    refused(() -> text.use().accept("7".repeat(text.longest() + 1)), "characters");
    refused(() -> text.use().accept(" "), "characters");
    refused(() -> text.use().accept("a\u0000"), "control");
    refused(() -> text.use().accept("a\uD800"), "halves");
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(ValidationException.class).hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3\"", "a b", "\u00E9", "\u007F"})
  void tag_whatMayNotStandInAnEntityTag_isRefused(String tag) {
    refused(() -> new RecordVersion(tag, Instant.EPOCH), "visible ASCII");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, DoseStatement.MAX_DOSE_NUMBER})
  void doseNumber_withinLimits_isTaken(int number) {
    assertThat(dose(Register.NATIONAL, "n", PERSON).doseNumber(number).build().doseNumber())
        .contains(number);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, DoseStatement.MAX_DOSE_NUMBER + 1})
  void doseNumber_beyondLimits_isRefused(int number) {
    refused(() -> dose(Register.NATIONAL, "n", PERSON).doseNumber(number).build(), "doseNumber");
  }

  @Test
  void identifiers_asManyAsThereMayBeAndOneMore_areTakenAndRefused() {
    List<DoseIdentifier> most =
        IntStream.range(0, DoseStatement.MAX_IDENTIFIERS)
            .mapToObj(i -> new DoseIdentifier("urn:x", "" + i))
            .toList();
    DoseStatement.Builder statement = dose(Register.NATIONAL, "n", PERSON).identifiers(most);

    assertThat(statement.build().identifiers()).hasSameSizeAs(most);
    statement.identifiers(List.of(new DoseIdentifier("urn:y", "0")));
    refused(statement::build, "identifiers");
  }

  @Test
  void dates_firstAndOneBefore_areTakenAndRefused() {
    assertThatCode(() -> Vaccinee.withoutNik("x", Checks.EARLIEST)).doesNotThrowAnyException();
    assertThatCode(() -> Vaccinee.withoutNik("x", Checks.LATEST)).doesNotThrowAnyException();
    refused(() -> Vaccinee.withoutNik("x", Checks.EARLIEST.minusDays(1)), "birthDate");
    refused(() -> Vaccinee.withoutNik("x", Checks.LATEST.plusDays(1)), "birthDate");
  }

  @Test
  void build_everythingWrong_saysEverythingAtOnce() {
    RecordVersion version = new RecordVersion("v1", Instant.EPOCH);

    assertThatThrownBy(() ->
            DoseStatement.builder(Register.NATIONAL, "", version, PERSON)
                .lot("")
                .doseNumber(0)
                .expiry(LocalDate.MIN)
                .build())
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(e.violations())
                    .extracting("where")
                    .containsExactly("recordId", "group", "date", "expiry", "lot", "doseNumber"));
  }

  @Test
  void plausible_digitsWithWhatPeoplePutBetween_isTheNik() {
    String digits = Persons.nik(3, Persons.birth(3));
    String spaced =
        digits.substring(0, 6) + "." + digits.substring(6, 12) + " -" + digits.substring(12);

    assertThat(WrittenNik.of(spaced).plausible()).isEqualTo(WrittenNik.of(digits).plausible());
    assertThat(WrittenNik.of(spaced).reveal()).isEqualTo(spaced);
    assertThat(WrittenNik.of("1234").plausible()).isEmpty();
  }

  @Test
  void toString_everyValue_showsNothingPersonal() {
    String nik = Persons.nik(1, Persons.birth(1));
    DoseStatement statement = dose(Register.NATIONAL, nik, PERSON).lot(nik).build();
    DoseIdentifier identifier = new DoseIdentifier("urn:" + nik, nik);

    assertThat(statement + "" + PERSON + PERSON.nik() + identifier + WrittenNik.of(nik))
        .doesNotContain(nik)
        .doesNotContain(PERSON.name());
  }

  @Test
  void name_masked_showsFirstLettersOfLongWordsAlone() {
    assertThat(Masks.name("Kalomi ba Tuvoya")).isEqualTo("K*** *** T***");
    assertThat(Masks.digits("a9901010101010001b")).doesNotContain("9901");
    assertThat(Masks.digits("317101.010790.0001")).doesNotContainPattern("[0-9]");
    assertThat(Masks.digits("990101 0101-01001")).doesNotContainPattern("[0-9]");
    assertThat(Masks.digits("n-12345678901, 2021-03-01")).isEqualTo("n-12345678901, 2021-03-01");
  }
}
