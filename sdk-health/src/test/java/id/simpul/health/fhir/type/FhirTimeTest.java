package id.simpul.health.fhir.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026,YEAR",
    "0001,YEAR",
    "2026-12,MONTH",
    "2024-02-29,DAY",
    "2026-11-30,DAY",
    "2026-11-22T00:00:00Z,SECOND",
    "2026-11-22T23:59:60+07:00,SECOND",
    "2026-11-22T09:00:00.1-14:00,FRACTION",
    "2026-11-22T09:00:00.123456789+00:00,FRACTION"
  })
  void read_rightText_hasItsPrecision(String text, Precision precision) {
    FhirDateTime time = FhirDateTime.read(text);

    assertThat(time.precision()).hasValue(precision);
    assertThat(time.problem()).isEmpty();
    assertThat(time.text()).isEqualTo(text);
    assertThat(FhirDate.read(text).precision().isPresent())
        .isEqualTo(precision.compareTo(Precision.DAY) <= 0);
    assertThat(FhirInstant.read(text).precision().isPresent())
        .isEqualTo(precision.compareTo(Precision.DAY) > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:00:00Z,Z",
    "2026-11-22T09:00:00.25-00:00,Z",
    "2026-11-22T09:00:00+07:00,+07:00",
    "2026-11-22T09:00:00.1-14:00,-14:00",
    "2026-11-22,",
    "2026-11-22T09:00:00+15:00,"
  })
  void offset_isAsItIsWritten(String text, ZoneOffset offset) {
    assertThat(FhirDateTime.read(text).offset()).isEqualTo(Optional.ofNullable(offset));
    assertThat(FhirInstant.read(text).offset()).isEqualTo(Optional.ofNullable(offset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "0000",
        "2026-",
        "2026-00",
        "2026-13",
        "2026-1",
        "2026-11-00",
        "2026-11-31",
        "2026-02-29",
        "20261122",
        "2026-11-22T",
        "2026-11-22T09:00Z",
        "2026-11-22T09:00:00",
        "2026-11-22 09:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T09:60:00Z",
        "2026-11-22T09:00:61Z",
        "2026-11-22T09:00:00.Z",
        "2026-11-22T09:00:00z",
        "2026-11-22T09:00:00-05",
        "2026-11-22T09:00:00+14:01",
        "2026-11-22T09:00:00+07:60",
        "2026-11-22T09:00:00Z ",
        "2024-04-24-01-01",
        "2026-11-22T09:00:00+07:00x",
        "２０２６"
      })
  void read_brokenText_isKeptAndSaysSo(String text) {
    FhirDateTime time = FhirDateTime.read(text);

    assertThat(time.text()).isEqualTo(text);
    assertThat(time.problem()).isPresent();
    assertThat(time.toInstant()).isEmpty();
    assertThat(time.toLocalDate()).isEmpty();
    assertThat(FhirDate.read(text).toLocalDate()).isEmpty();
    assertThat(FhirInstant.read(text).toInstant()).isEmpty();
    assertThatThrownBy(() -> FhirDateTime.parse(text)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> FhirDate.parse(text)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> FhirInstant.parse(text)).isInstanceOf(ValidationException.class);
  }

  @Test
  void of_pointInTime_isWrittenInUtcWithAnOffset() {
    Instant time = Instant.parse("2026-11-22T02:00:00.999Z");

    assertThat(FhirDateTime.of(time).text()).isEqualTo("2026-11-22T02:00:00+00:00");
    assertThat(FhirInstant.of(time).text()).isEqualTo("2026-11-22T02:00:00+00:00");
    assertThat(FhirDateTime.of(OffsetDateTime.parse("2026-11-22T09:00:00+07:00")).text())
        .isEqualTo("2026-11-22T09:00:00+07:00");
    assertThat(FhirDateTime.of(OffsetDateTime.parse("2026-11-22T09:00:00Z")).text())
        .isEqualTo("2026-11-22T09:00:00+00:00");
    assertThat(FhirDateTime.parse("2026-11-22T09:00:00Z").text()).endsWith("Z");
  }

  @Test
  void of_daysAndMonths_areWrittenAsTheyAre() {
    assertThat(FhirDate.of(LocalDate.of(2026, 1, 2)).text()).isEqualTo("2026-01-02");
    assertThat(FhirDate.of(YearMonth.of(2026, 1)).text()).isEqualTo("2026-01");
    assertThat(FhirDateTime.of(LocalDate.of(2026, 1, 2)).text()).isEqualTo("2026-01-02");
    assertThatThrownBy(() -> FhirDate.of(LocalDate.of(10000, 1, 2)))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void toInstant_leapSecond_isTheSecondAfter() {
    assertThat(FhirInstant.parse("2016-12-31T23:59:60Z").toInstant())
        .hasValue(Instant.parse("2017-01-01T00:00:00Z"));
    assertThat(FhirDateTime.parse("2026-11-22T09:00:00.25+07:00").toInstant())
        .hasValue(Instant.parse("2026-11-22T02:00:00.25Z"));
    assertThat(FhirDateTime.parse("2026-11-22T01:00:00+07:00").toLocalDate())
        .hasValue(LocalDate.of(2026, 11, 22));
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 1000})
  void toInstant_anyFraction_isCutToNanoseconds(int digits) {
    String text = "2026-11-22T09:00:00." + "1234567890".repeat(100).substring(0, digits) + "Z";

    assertThat(FhirDateTime.parse(text).toInstant())
        .hasValue(Instant.parse("2026-11-22T09:00:00.123456789Z"));
    assertThat(FhirInstant.parse(text.replace(":00.", ":60.")).toInstant())
        .hasValue(Instant.parse("2026-11-22T09:01:00.123456789Z"));
  }

  @Test
  void of_offsetWithSeconds_isTheSameInstant() {
    OffsetDateTime time = OffsetDateTime.parse("1900-01-01T07:07:12+07:07:12");

    assertThat(FhirDateTime.of(time).text()).isEqualTo("1900-01-01T07:07:00+07:07");
    assertThat(FhirDateTime.of(time).toInstant()).hasValue(time.toInstant());
  }

  @Test
  void of_timeThatFhirCannotWrite_isRefused() {
    assertThatThrownBy(() -> FhirInstant.of(Instant.MAX)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> FhirDateTime.of(Instant.parse("0000-12-31T23:59:59Z")))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> FhirDateTime.of(OffsetDateTime.parse("2026-11-22T09:00:00+15:00")))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> FhirDateTime.of(OffsetDateTime.parse("+10000-01-01T00:00:00Z")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void toString_ofADate_showsNoDate() {
    assertThat(FhirDate.parse("1990-01-02")).hasToString("FhirDate[DAY]");
    assertThat(FhirDateTime.read("x")).hasToString("FhirDateTime[broken]");
    assertThat(FhirInstant.read("2026-11-22T02:00:00Z")).hasToString("FhirInstant[SECOND]");
  }
}
