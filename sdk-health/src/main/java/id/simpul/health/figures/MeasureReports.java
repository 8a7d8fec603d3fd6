package id.simpul.health.figures;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.RegionCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table as FHIR R4 {@code MeasureReport}s of type {@code summary}, one for each row. A
 * count that was left out has no value but says {@code masked} (data-absent-reason), so that nobody
 * takes it for zero.
 */
public final class MeasureReports {
  /** The codes of the groups: what is counted. */
  public static final String MEASURES = "https://simpul.id/fhir/CodeSystem/case-measure";

  /** The codes of areas (Kemendagri), whose edition goes behind {@code |}. */
  public static final String REGIONS_KEMENDAGRI = "https://simpul.id/fhir/id/region-kemendagri";

  /** The codes of areas (BPS), whose edition goes behind {@code |}. */
  public static final String REGIONS_BPS = "https://simpul.id/fhir/id/region-bps";

  private static final String POPULATIONS =
      "http://terminology.hl7.org/CodeSystem/measure-population";
  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private MeasureReports() {}

  /**
   * The reports of a table.
   *
   * @param table the figures
   * @param measure the canonical URL of the measure's definition
   * @return one resource a row
   */
  public static List<JsonObject> of(SuppressedTable table, URI measure) {
    List<JsonObject> reports = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      reports.add(report(table, row, measure));
    }
    return List.copyOf(reports);
  }

  private static JsonObject report(SuppressedTable table, int row, URI measure) {
    CaseReport report = table.report(row);
    JsonObject.Builder resource =
        JsonObject.builder()
            .put("resourceType", "MeasureReport")
            .put("status", "complete")
            .put("type", "summary")
            .put("measure", measure.toString());
    report.area().ifPresent(area -> resource.put("subject", subject(area)));
    return resource
        .put("date", report.publishedAt().toString())
        .put(
            "period",
            JsonObject.builder()
                .put("start", report.period().from().toString())
                .put("end", report.period().to().toString())
                .build())
        .put("group", groups(table, row))
        .build();
  }

  private static JsonObject subject(RegionCode area) {
    String system = area.scheme() == RegionCode.Scheme.BPS ? REGIONS_BPS : REGIONS_KEMENDAGRI;
    return JsonObject.builder()
        .put("type", "Location")
        .put(
            "identifier",
            JsonObject.builder()
                .put("system", system)
                .put("value", area.code() + "|" + area.edition())
                .build())
        .build();
  }

  private static JsonArray groups(SuppressedTable table, int row) {
    List<JsonValue> groups = new ArrayList<>();
    CaseReport report = table.report(row);
    for (CaseMeasure measure : report.counts().values().keySet()) {
      String code = report.kind() == CountKind.DAILY ? measure.code() + "-daily" : measure.code();
      JsonObject.Builder population =
          JsonObject.builder().put("code", concept(POPULATIONS, "initial-population"));
      if (table.isHidden(row, measure)) {
        population.put("_count", masked());
      } else {
        table.count(row, measure).ifPresent(n -> population.put("count", JsonNumber.of(n)));
      }
      groups.add(
          JsonObject.builder()
              .put("code", concept(MEASURES, code))
              .put("population", new JsonArray(List.of(population.build())))
              .build());
    }
    return new JsonArray(groups);
  }

  private static JsonObject concept(String system, String code) {
    JsonObject coding = JsonObject.builder().put("system", system).put("code", code).build();
    return JsonObject.builder().put("coding", new JsonArray(List.of(coding))).build();
  }

  private static JsonObject masked() {
    JsonObject reason = JsonObject.builder().put("url", ABSENT).put("valueCode", "masked").build();
    return JsonObject.builder().put("extension", new JsonArray(List.of(reason))).build();
  }
}
