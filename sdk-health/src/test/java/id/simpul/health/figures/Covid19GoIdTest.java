package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Covid19GoIdTest {
  private static final Instant FETCHED = Instant.parse("2021-07-09T10:00:00Z");

  private final SyntheticFigures figures = new SyntheticFigures(19);

  private static String text(JsonObject document) {
    return new String(Json.toBytes(document), StandardCharsets.UTF_8);
  }

  @Test
  void readUpdate_recordedShape_givesDailyAndCumulativeReports() throws Exception {
    List<CaseReport> reports =
        Covid19GoId.readUpdate(
            SyntheticFigures.stream(figures.update(List.of(10, 20, -5))), FETCHED);

    assertThat(reports).hasSize(6).allMatch(report -> report.area().isEmpty());
    assertThat(reports).allMatch(report -> report.counts().values().size() == 4);
    assertThat(reports)
        .filteredOn(report -> report.kind() == CountKind.DAILY)
        .extracting(report -> report.counts().get(CaseMeasure.CONFIRMED).orElseThrow())
        .containsExactly(10L, 20L, -5L);
    assertThat(reports.get(5).counts().get(CaseMeasure.CONFIRMED)).hasValue(25);
    assertThat(reports.get(5).period().from()).isEqualTo(SyntheticFigures.FIRST.plusDays(2));
    assertThat(reports.get(5).publishedAt()).isEqualTo(FETCHED);
  }

  @Test
  void readProvinces_recordedShape_givesAReportAProvince() throws Exception {
    List<CaseReport> reports =
        Covid19GoId.readProvinces(
            SyntheticFigures.stream(
                figures.provinces("DKI JAKARTA", "DAERAH ISTIMEWA YOGYAKARTA", "PAPUA")),
            FETCHED);

    assertThat(reports)
        .extracting(report -> report.area().orElseThrow().code())
        .containsExactly("31", "34", "91");
    assertThat(reports).allMatch(report -> report.kind() == CountKind.CUMULATIVE);
  }

  @Test
  void readProvince_recordedShape_givesDailyAndCumulativeReports() throws Exception {
    List<CaseReport> reports =
        Covid19GoId.readProvince(SyntheticFigures.stream(figures.province("JAMBI", 5)), FETCHED);

    assertThat(reports).hasSize(10);
    assertThat(reports).allMatch(report -> report.area().orElseThrow().code().equals("15"));
  }

  @Test
  void readUpdate_whatIsTolerated_isReadAlike() throws Exception {
    String plain =
        "{\"update\":{\"harian\":[{\"key\":1625097600000,\"jumlah_positif\":{\"value\":7},"
            + "\"jumlah_sembuh\":{\"value\":3}}]}}";
    String odd =
        "{\"lain\":[1],\"update\":{\"harian\":[{\"key\":\"1625097600000\","
            + "\"jumlah_positif\":{\"value\":\"7\"},\"jumlah_sembuh\":{\"value\":3.0},"
            + "\"jumlah_meninggal\":null,\"jumlah_dirawat\":{\"value\":null}}]}}";

    assertThat(Covid19GoId.readUpdate(SyntheticFigures.stream(odd), FETCHED))
        .isEqualTo(Covid19GoId.readUpdate(SyntheticFigures.stream(plain), FETCHED))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/update",
        "{\"update\":{}}|/update/harian",
        "{\"update\":{\"harian\":{}}}|/update/harian",
        "{\"update\":{\"harian\":[{}]}}|/update/harian/0/key",
        "{\"update\":{\"harian\":[{\"key\":-1}]}}|/update/harian/0/key",
        "{\"update\":{\"harian\":[{\"key\":1e99999}]}}|/update/harian/0/key",
        "{\"update\":{\"harian\":[{\"key\":true}]}}|/update/harian/0/key",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":1.5}}]}}"
            + "|/update/harian/0/jumlah_positif/value",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":\"x\"}}]}}"
            + "|/update/harian/0/jumlah_positif/value",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":2147483648}}]}}"
            + "|/update/harian/0/jumlah_positif/value",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":-2147483648}}]}}"
            + "|/update/harian/0/jumlah_positif/value",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":-9223372036854775808}}]}}"
            + "|/update/harian/0/jumlah_positif/value",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":7}]}}"
            + "|/update/harian/0/jumlah_positif",
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif_kum\":{\"value\":-1}}]}}"
            + "|/update/harian/0",
      })
  void readUpdate_anotherShape_isRefusedWithItsPlace(String document, String place) {
    assertThatThrownBy(() -> Covid19GoId.readUpdate(SyntheticFigures.stream(document), FETCHED))
        .isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.where()).isEqualTo(place));
  }

  @Test
  void count_greatestAndOneMore_areTakenAndRefused() throws Exception {
    String document =
        "{\"update\":{\"harian\":[{\"key\":1,\"jumlah_positif\":{\"value\":2147483647}}]}}";

    assertThat(Covid19GoId.readUpdate(SyntheticFigures.stream(document), FETCHED))
        .singleElement()
        .satisfies(report ->
            assertThat(report.counts().get(CaseMeasure.CONFIRMED)).hasValue(CaseCounts.MAX_COUNT));
  }

  @Test
  void readProvinces_unknownNameOrDay_isRefusedWithoutQuotingIt() {
    JsonObject unknown = figures.provinces("ATLANTIS");
    String noDay = text(figures.provinces("BALI")).replace("2021-07-01", "kemarin");

    refused(SyntheticFigures.stream(unknown), "/list_data/0/key", "ATLANTIS");
    refused(SyntheticFigures.stream(noDay), "/last_date", "kemarin");
  }

  private static void refused(InputStream document, String place, String secret) {
    assertThatThrownBy(() -> Covid19GoId.readProvinces(document, FETCHED))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(place)
        .hasMessageNotContaining(secret);
  }

  @Test
  void read_moreBytesThanAllowed_isRefused() {
    int most = Covid19GoId.LIMITS.maxBytes();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) ' ');
            return length;
          }
        };

    assertThatThrownBy(() -> Covid19GoId.readProvince(endless, FETCHED))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("larger than " + most);
  }
}
