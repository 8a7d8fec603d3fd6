package id.simpul.health.figures;

import static id.simpul.health.figures.SuppressionTest.city;
import static id.simpul.health.figures.SuppressionTest.counts;
import static id.simpul.health.figures.SuppressionTest.report;
import static id.simpul.health.figures.SuppressionTest.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.RegionCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsTest {
  private static final URI MEASURE = URI.create("https://health.example/Measure/cases");
  private static final int K = 5;
  private static final Dhis2Mapping MAPPING =
      new Dhis2Mapping(
          "dataSetUid1",
          Map.of(CaseMeasure.CONFIRMED, "confirmed01", CaseMeasure.DEATHS, "deaths00001"),
          Map.of(city(0), "orgUnit0001", city(1), "orgUnit0002"));

  private static String text(JsonValue value) {
    return new String(Json.toBytes(value), StandardCharsets.UTF_8);
  }

  private static SuppressedTable table() {
    return FigureTable.withoutTotal(
            List.of(report(city(0), counts(50, 20, 3)), report(city(1), counts(50, 20, 30))))
        .suppress(K);
  }

  @Test
  void dataValues_table_areAsDhis2TakesThemAndHiddenCountsAreDeleted() {
    assertThat(text(Dhis2DataValues.of(table(), MAPPING)))
        .isEqualTo(
            "{\"dataSet\":\"dataSetUid1\",\"dataValues\":["
                + "{\"dataElement\":\"confirmed01\",\"orgUnit\":\"orgUnit0001\","
                + "\"period\":\"20210701\",\"value\":\"73\"},"
                + "{\"dataElement\":\"deaths00001\",\"orgUnit\":\"orgUnit0001\","
                + "\"period\":\"20210701\",\"deleted\":true},"
                + "{\"dataElement\":\"confirmed01\",\"orgUnit\":\"orgUnit0002\","
                + "\"period\":\"20210701\",\"value\":\"100\"},"
                + "{\"dataElement\":\"deaths00001\",\"orgUnit\":\"orgUnit0002\","
                + "\"period\":\"20210701\",\"value\":\"30\"}]}");
  }

  @Test
  void dataValues_countHiddenAfterItWasSent_leavesNothingToSubtract() {
    // What DHIS2 holds after both: each entry replaces the one before it, or takes it away.
    Map<JsonValue, JsonValue> held = new HashMap<>();
    for (long[] deaths : new long[][] {{7, 100}, {3, 104}}) {
      List<CaseReport> cities =
          List.of(
              report(city(0), Map.of(CaseMeasure.DEATHS, deaths[0])),
              report(city(1), Map.of(CaseMeasure.DEATHS, deaths[1])));
      SuppressedTable table = FigureTable.of(total(cities), cities).suppress(K);
      JsonArray values = (JsonArray) Dhis2DataValues.of(table, MAPPING).members().get("dataValues");
      for (JsonValue value : values.items()) {
        JsonObject entry = (JsonObject) value;
        JsonValue unit = entry.get("orgUnit").orElseThrow();
        if (entry.get("deleted").isPresent()) {
          held.remove(unit);
        } else {
          held.put(unit, entry.get("value").orElseThrow());
        }
      }
    }

    assertThat(held).isEmpty();
  }

  @Test
  void dataValues_countryAsTotal_isSentOnRequestToItsUnit() {
    List<CaseReport> provinces =
        List.of(report(city(0).parent().orElseThrow(), Map.of(CaseMeasure.DEATHS, 40L)));
    CaseReport country =
        CaseReport.builder(provinces.get(0).period(), CountKind.CUMULATIVE)
            .publishedAt(Instant.EPOCH)
            .counts(new CaseCounts(Map.of(CaseMeasure.DEATHS, 40L)))
            .build();
    SuppressedTable table = FigureTable.of(country, provinces).suppress(K);
    Map<RegionCode, String> units = Map.of(city(0).parent().orElseThrow(), "orgUnit0031");
    Dhis2Mapping noCountry = new Dhis2Mapping("dataSetUid1", MAPPING.dataElements(), units);
    Dhis2Mapping withCountry =
        new Dhis2Mapping("dataSetUid1", MAPPING.dataElements(), units, "orgUnit0000");

    assertThat(text(Dhis2DataValues.of(table, withCountry)))
        .isEqualTo(text(Dhis2DataValues.of(table, noCountry)))
        .contains("orgUnit0031")
        .doesNotContain("orgUnit0000");
    assertThat(text(Dhis2DataValues.withTotal(table, withCountry)))
        .contains("orgUnit0031")
        .contains("orgUnit0000");
    assertThatThrownBy(() -> Dhis2DataValues.withTotal(table, noCountry))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("the country has no organisation unit");
    assertThatThrownBy(() -> new Dhis2Mapping("dataSetUid1", Map.of(), Map.of(), " "))
        .isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-07-01, 2021-07-31, 202107",
    "2020-02-01, 2020-02-29, 202002",
    "2021-01-01, 2021-12-31, 2021",
    "2021-07-09, 2021-07-09, 20210709",
  })
  void dataValues_period_isNamedAsDhis2Does(LocalDate from, LocalDate to, String name) {
    assertThat(text(Dhis2DataValues.of(over(from, to), MAPPING))).contains("\"" + name + "\"");
  }

  private static SuppressedTable over(LocalDate from, LocalDate to) {
    return FigureTable.withoutTotal(
            List.of(
                CaseReport.builder(new ReportPeriod(from, to), CountKind.DAILY)
                    .area(city(0))
                    .publishedAt(Instant.EPOCH)
                    .counts(new CaseCounts(counts(9, 9, 9)))
                    .build()))
        .revealAll();
  }

  @Test
  void dataValues_otherPeriodAndUnknownArea_areBothNamed() {
    Dhis2Mapping nowhere = new Dhis2Mapping("dataSetUid1", MAPPING.dataElements(), Map.of());
    SuppressedTable week = over(LocalDate.of(2021, 7, 1), LocalDate.of(2021, 7, 7));

    assertThatThrownBy(() -> Dhis2DataValues.of(week, nowhere))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(e.violations())
                    .extracting("where")
                    .containsExactly("period", "orgUnits"));
  }

  @Test
  void mapping_longestAndOneMore_areTakenAndRefused() {
    String longest = "x".repeat(Dhis2Mapping.MAX_LENGTH);

    assertThatCode(() -> new Dhis2Mapping(longest, Map.of(), Map.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Dhis2Mapping(longest + "x", Map.of(), Map.of(city(0), "")))
        .isInstanceOfSatisfying(
            ValidationException.class, e -> assertThat(e.violations()).hasSize(2));
  }

  @Test
  void measureReports_table_areSummariesWhereHiddenCountsAreMasked() {
    List<JsonObject> reports = MeasureReports.of(table(), MEASURE);

    assertThat(reports).hasSize(2);
    assertThat(text(reports.get(0)))
        .startsWith(
            "{\"resourceType\":\"MeasureReport\",\"status\":\"complete\",\"type\":\"summary\","
                + "\"measure\":\"https://health.example/Measure/cases\",")
        .contains("\"period\":{\"start\":\"2021-07-01\",\"end\":\"2021-07-01\"}")
        .contains("\"count\":73")
        .contains("\"valueCode\":\"masked\"")
        .doesNotContain("\"count\":3}");
    assertThat(text(reports.get(1))).contains("\"count\":30").doesNotContain("masked");
  }

  @Test
  void measureReports_dailyOfTheWholeCountry_haveNoSubjectAndDailyCodes() {
    CaseReport country =
        CaseReport.builder(ReportPeriod.day(LocalDate.of(2021, 7, 1)), CountKind.DAILY)
            .publishedAt(Instant.EPOCH)
            .counts(new CaseCounts(Map.of(CaseMeasure.DEATHS, 7L)))
            .build();

    String text =
        text(
            MeasureReports.of(FigureTable.withoutTotal(List.of(country)).revealAll(), MEASURE)
                .get(0));

    assertThat(text).contains("deaths-daily").doesNotContain("subject");
  }

  @Test
  void toString_reports_showNoCount() {
    List<CaseReport> cities = List.of(report(city(0), counts(1, 2, 3)));

    assertThat(total(cities).toString()).doesNotContain("6").doesNotContain("CONFIRMED");
  }
}
