package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

  private static Duration read(String value) {
    return RetryAfter.read(Headers.EMPTY.with("retry-after", value), InstantSource.fixed(NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "120,120",
    "86400,86400",
    "86401,86400",
    "999999999,86400",
    "9999999999,86400"
  })
  void read_seconds_cutAtADay(String value, long seconds) {
    assertThat(read(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT|7", "Sunday, 06-Nov-94 08:49:37 GMT|7",
        "Sun Nov  6 08:49:37 1994|7", "Sun, 06 Nov 1994 08:49:29 GMT|0",
        "Mon, 07 Nov 1994 08:49:30 GMT|86400", "Tue, 08 Nov 1994 08:49:30 GMT|86400"
      })
  void read_everyFormOfADate_understood(String value, long seconds) {
    assertThat(read(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "1.5",
        "1s",
        "\u0661",
        "06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Mon, 06 Nov 1994 08:49:37 GMT"
      })
  void read_neitherForm_isNull(String value) {
    assertThat(read(value)).isNull();
  }

  @Test
  void read_longText_isNotLookedAt() {
    assertThat(read("Sun, 06 Nov 1994 08:49:37 GMT" + " ".repeat(20_000) + "x")).isNull();
  }

  @Test
  void read_missing_isNull() {
    assertThat(RetryAfter.read(Headers.EMPTY, InstantSource.fixed(NOW))).isNull();
  }

  @Test
  void parse_yearOfTwoDigits_liesAtMostFiftyYearsAhead() {
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    assertThat(HttpDates.parse("Saturday, 21-Nov-76 00:00:00 GMT", now))
        .contains(Instant.parse("2076-11-21T00:00:00Z"));
    assertThat(HttpDates.parse("Monday, 21-Nov-77 00:00:00 GMT", now))
        .contains(Instant.parse("1977-11-21T00:00:00Z"));
  }
}
