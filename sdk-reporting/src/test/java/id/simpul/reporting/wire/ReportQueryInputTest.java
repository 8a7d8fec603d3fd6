package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Forms.query;
import static id.simpul.reporting.support.Forms.value;
import static id.simpul.reporting.support.Forms.violations;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Input;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.BoundingBox;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ServiceCode;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportQueryInputTest {
  private static final Input<Scoped<ReportQuery>> INPUT = GeoReportV2.LIST_REPORTS.input();

  private static ReportQuery read(String... namesAndValues) {
    return value(INPUT, query(namesAndValues)).value();
  }

  private static List<String> wrong(String... namesAndValues) {
    return violations(INPUT, query(namesAndValues));
  }

  @Test
  void read_nothing_isTheDefault() {
    assertThat(read()).isEqualTo(ReportQuery.RECENT);
    assertThat(read("status", "", "page", "", "page_size", "")).isEqualTo(ReportQuery.RECENT);
  }

  @Test
  void read_everyFilter_isTaken() {
    OffsetDateTime from = OffsetDateTime.parse("2026-01-01T00:00:00+07:00");

    assertThat(
            read(
                "service_code", "001, 002,,",
                "status", "OPEN,closed",
                "start_date", "2026-01-01T00:00:00+07:00",
                "end_date", "2026-04-01T00:00:00 07:00",
                "updated_after", "2026-01-01T00:00:00.9Z",
                "updated_before", "2026-06-01T00:00:00Z",
                "bbox", "103.5,-1.7,103.7,-1.5",
                "lat", "-1.6",
                "long", "103.6",
                "radius", "250",
                "page", "3",
                "page_size", "50",
                "extensions", "true"))
        .isEqualTo(
            ReportQuery.builder()
                .serviceCodes(List.of(new ServiceCode("001"), new ServiceCode("002")))
                .statuses(List.of(ReportStatus.OPEN, ReportStatus.CLOSED))
                .from(from)
                .to(from.plusDays(90))
                .updatedAfter(OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .updatedBefore(OffsetDateTime.parse("2026-06-01T00:00:00Z"))
                .box(new BoundingBox(GeoPoint.of("-1.7", "103.5"), GeoPoint.of("-1.5", "103.7")))
                .near(GeoPoint.of("-1.6", "103.6"), 250)
                .page(3)
                .pageSize(50)
                .extensions(true)
                .build());
  }

  @Test
  void read_ids_overrideEveryOtherFilter() {
    assertThat(read("service_request_id", "2,1", "status", "nonsense", "page", "x"))
        .isEqualTo(ReportQuery.ofIds(List.of(new ReportId("2"), new ReportId("1"))));
    assertThat(read("service_request_id", "2", "extensions", "true").extensions()).isTrue();
  }

  @Test
  void read_ids_areCounted() {
    String most = String.join(",", Collections.nCopies(ReportQuery.MAX_CODES, "1"));

    assertThat(read("service_request_id", most).reportIds()).hasSize(ReportQuery.MAX_CODES);
    assertThat(wrong("service_request_id", most + ",1"))
        .containsExactly("service_request_id: length");
    assertThat(wrong("service_request_id", "1," + "x".repeat(ReportId.MAX_LENGTH + 1)))
        .containsExactly("service_request_id: type");
  }

  @Test
  void read_page_isOneBasedAndZeroIsOne() {
    assertThat(read("page", "0").page()).isEqualTo(1);
    assertThat(read("page", "1").page()).isEqualTo(1);
    assertThat(read("page", "2").page()).isEqualTo(2);
    assertThat(wrong("page", "-1")).containsExactly("page: range");
    assertThat(wrong("page", "1.5")).containsExactly("page: type");
    assertThat(read("page", Integer.toString(ReportQuery.MAX_PAGE)).page())
        .isEqualTo(ReportQuery.MAX_PAGE);
    assertThat(wrong("page", Integer.toString(ReportQuery.MAX_PAGE + 1)))
        .containsExactly("page: range");
  }

  @ParameterizedTest
  @CsvSource({"page_size,1,1000", "radius,1,100000"})
  void read_number_isHeldToItsRange(String name, int least, int most) {
    String[] rest = {"lat", "0", "long", "0", "radius", "1"};
    for (int ok : new int[] {least, most}) {
      assertThat(wrong(with(rest, name, Integer.toString(ok)))).isEmpty();
    }
    for (int bad : new int[] {least - 1, most + 1}) {
      assertThat(wrong(with(rest, name, Integer.toString(bad)))).contains(name + ": range");
    }
  }

  private static String[] with(String[] rest, String name, String number) {
    return name.equals("radius")
        ? new String[] {rest[0], rest[1], rest[2], rest[3], name, number}
        : new String[] {name, number};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-01T00:00:00Z | 2026-04-01T00:00:00Z | ok",
        "2026-01-01T00:00:00Z | 2026-04-01T00:00:01Z | start_date, end_date: range",
        "2026-01-01T00:00:00Z | 2026-01-01T00:00:00Z | ok",
        "2026-01-01T00:00:01Z | 2026-01-01T00:00:00Z | start_date, end_date: range",
        "2026-01-01 | 2026-01-02T00:00:00Z | start_date: type",
      })
  void read_dates_areHeldToNinetyDays(String start, String end, String outcome) {
    List<String> found = wrong("start_date", start, "end_date", end);

    assertThat(found).isEqualTo(outcome.equals("ok") ? List.of() : List.of(outcome));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,1,1,1 | ok",
        "-180,-90,180,90 | ok",
        "2,0,1,1 | bbox: range",
        "0,2,1,1 | bbox: range",
        "0,0,1 | bbox: type",
        "0,0,1,1,1 | bbox: type",
        "0,0,1,x | bbox: type",
        "0,,1,1 | bbox: required",
        "0,0,181,1 | bbox: range",
        "0,0,1,91 | bbox: range",
      })
  void read_box_isWestSouthEastNorth(String box, String outcome) {
    List<String> found = wrong("bbox", box);

    assertThat(found).isEqualTo(outcome.equals("ok") ? List.of() : List.of(outcome));
  }

  @Test
  void read_circleWithAPartMissing_isRefused() {
    assertThat(wrong("lat", "1", "long", "1")).containsExactly("lat, long, radius: required");
    assertThat(wrong("radius", "1")).containsExactly("lat, long, radius: required");
    assertThat(wrong("lat", "1", "radius", "1")).containsExactly("lat, long: required");
    assertThat(wrong("long", "1", "radius", "1")).contains("lat, long: required");
  }

  @Test
  void read_severalThingsWrong_namesThemAll() {
    assertThat(
            wrong(
                "status", "pending",
                "start_date", "x",
                "updated_after", "2026-02-01T00:00:00Z",
                "updated_before", "2026-01-01T00:00:00Z",
                "bbox", "1",
                "page_size", "1001",
                "extensions", "perhaps"))
        .containsExactlyInAnyOrder(
            "status: choice",
            "start_date: type",
            "updated_after, updated_before: range",
            "bbox: type",
            "page_size: range",
            "extensions: type");
  }

  @Test
  void write_defaults_writesNothing() {
    assertThat(INPUT.write(Scoped.of(ReportQuery.RECENT)).query().entries()).isEmpty();
  }

  @Test
  void parameters_always_nameEveryFilter() {
    assertThat(INPUT.parameters())
        .extracting(p -> p.name())
        .containsExactly(
            "service_request_id",
            "service_code",
            "start_date",
            "end_date",
            "status",
            "updated_after",
            "updated_before",
            "bbox",
            "lat",
            "long",
            "radius",
            "page",
            "page_size",
            "extensions",
            "jurisdiction_id");
  }
}
