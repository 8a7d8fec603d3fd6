package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
  private static FieldReader reader(String value) {
    return new FieldReader(Params.EMPTY.with("f", value));
  }

  private static List<String> codes(FieldReader reader) {
    return reader.violations().stream().map(Violation::code).toList();
  }

  @Test
  void text_atLimit_accepted() {
    FieldReader reader = reader("12345");
    assertThat(reader.text("f", 5)).contains("12345");
    assertThat(reader.violations()).isEmpty();
  }

  @Test
  void text_onePastLimit_noted() {
    FieldReader reader = reader("123456");
    assertThat(reader.text("f", 5)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.LENGTH);
  }

  @Test
  void requiredText_missing_noted() {
    FieldReader reader = reader("");
    assertThat(reader.requiredText("f", 5)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({"-1.6101,-1.6101", "+90,90", " 12 ,12", "-90.0,-90.0", "007,7"})
  void number_decimal_read(String text, BigDecimal expected) {
    FieldReader reader = reader(text);
    assertThat(reader.number("f", -90, 90))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "NaN", "1,5", "0x1", "--1", ".5", "5.", "\u0661", "1 2"})
  void number_anotherForm_noted(String text) {
    FieldReader reader = reader(text);
    assertThat(reader.number("f", -90, 90)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.TYPE);
  }

  @Test
  void number_lengthAtLimit_accepted() {
    String text = "1." + "0".repeat(FieldReader.MAX_NUMBER_LENGTH - 2);
    assertThat(reader(text).number("f", 0, 2)).isPresent();
  }

  @Test
  void number_lengthOnePastLimit_noted() {
    FieldReader reader = reader("1." + "0".repeat(FieldReader.MAX_NUMBER_LENGTH - 1));
    assertThat(reader.number("f", 0, 2)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90.0001", "-90.0001", "91"})
  void number_outsideRange_noted(String text) {
    FieldReader reader = reader(text);
    assertThat(reader.number("f", -90, 90)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.RANGE);
  }

  @Test
  void integer_wholeNumber_read() {
    assertThat(reader("5.0").integer("f", 1, 5)).contains(5);
    assertThat(reader("100").integer("f", 1, 100)).contains(100);
  }

  @Test
  void integer_fraction_noted() {
    FieldReader reader = reader("1.5");
    assertThat(reader.integer("f", 1, 5)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-21T09:00:00+07:00", "2026-11-21T09:00:00 07:00", " 2026-11-21T02:00:00Z"})
  void dateTime_withOffset_read(String text) {
    assertThat(reader(text.strip()).dateTime("f"))
        .hasValueSatisfying(t ->
            assertThat(t.toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-11-21T09:00:00+07:00").toInstant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-21T09:00:00", "yesterday", "2026-02-30T00:00:00Z"})
  void dateTime_anotherForm_noted(String text) {
    FieldReader reader = reader(text);
    assertThat(reader.dateTime("f")).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59-07:00"})
  void dateTime_yearAtTheLimit_read(String text) {
    assertThat(reader(text).dateTime("f")).contains(OffsetDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z"
      })
  void dateTime_yearPastTheLimit_noted(String text) {
    FieldReader reader = reader(text);
    assertThat(reader.dateTime("f")).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.RANGE);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "1,true", "false,false", "0,false"})
  void flag_yesOrNo_read(String text, boolean expected) {
    assertThat(reader(text).flag("f")).contains(expected);
  }

  @Test
  void flag_anotherWord_noted() {
    FieldReader reader = reader("ya");
    assertThat(reader.flag("f")).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.TYPE);
  }

  @Test
  void commaList_blanksAndRepeats_joined() {
    Params params = Params.EMPTY.with("f", " a,,b ").with("f", "c");
    assertThat(new FieldReader(params).commaList("f", 3)).containsExactly("a", "b", "c");
  }

  @Test
  void commaList_onePastLimit_noted() {
    FieldReader reader = reader("a,b,c,d");
    assertThat(reader.commaList("f", 3)).isEmpty();
    assertThat(codes(reader)).containsExactly(Violation.LENGTH);
  }

  @Test
  void finish_everyViolation_reportedAtOnceWithoutValues() {
    FieldReader reader =
        new FieldReader(Params.EMPTY.with("lat", "planted").with("when", "planted"));
    reader.number("lat", -90, 90);
    reader.dateTime("when");
    reader.requiredText("code", 10);
    Reading<String> reading = reader.finish(() -> "never");
    assertThat(reading.problems())
        .extracting(Violation::where)
        .containsExactly("lat", "when", "code");
    assertThat(reading.problems().toString()).doesNotContain("planted");
  }

  @Test
  void finish_noViolation_makesTheValue() {
    assertThat(reader("x").finish(() -> "made")).isEqualTo(new Reading.Valid<>("made"));
  }
}
