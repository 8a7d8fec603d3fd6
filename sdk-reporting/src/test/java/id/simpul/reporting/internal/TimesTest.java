package id.simpul.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.reporting.support.Randoms;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static final int ROUNDS = 10_000;

  @Test
  void parse_plainForm_isWhatTheLibraryReads() {
    Randoms randoms = new Randoms(7);
    for (int i = 0; i < ROUNDS; i++) {
      OffsetDateTime time = randoms.time();
      assertThat(Times.parse(Times.format(time))).isEqualTo(time);
      assertThat(OffsetDateTime.parse(Times.format(time))).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T09:00:00+07:00",
        "2026-11-21T09:00:00-09:30",
        "2026-11-21T09:00:00Z",
        "2026-11-21t09:00:00z",
        "2026-11-21T09:00:00.123456+07:00",
        "2024-02-29T00:00:00+00:00",
        "2026-11-21T09:00:00+18:00",
        "0000-01-01T00:00:00-18:00"
      })
  void parse_validForm_isWhatTheLibraryReads(String text) {
    assertThat(Times.parse(text)).isEqualTo(OffsetDateTime.parse(text));
    assertThat(Times.parse(text).getOffset()).isEqualTo(OffsetDateTime.parse(text).getOffset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21",
        "2026-11-21T09:00:00",
        "2026-13-21T09:00:00+07:00",
        "2026-02-29T09:00:00+07:00",
        "2026-11-21T24:00:01+07:00",
        "2026-11-21T09:60:00+07:00",
        "2026-11-21T09:00:00+07:60",
        "2026-11-21T09:00:00+18:01",
        "2026-11-21T09:00:00*07:00",
        "2026-11-21T09:00:00+0700x",
        "\u0662026-11-21T09:00:00+07:00"
      })
  void parse_otherForm_isNone(String text) {
    assertThat(Times.parse(text)).isNull();
  }

  @Test
  void format_fraction_isLeftOut() {
    assertThat(Times.format(OffsetDateTime.parse("2026-11-21T09:00:00.9+07:00")))
        .isEqualTo("2026-11-21T09:00:00+07:00");
  }
}
