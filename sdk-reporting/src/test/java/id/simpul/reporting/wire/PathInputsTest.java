package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Forms.params;
import static id.simpul.reporting.support.Forms.query;
import static id.simpul.reporting.support.Forms.value;
import static id.simpul.reporting.support.Forms.violations;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathInputsTest {
  private static RequestParts path(String name, String text, Params query) {
    return new RequestParts(Map.of(name, text), query, Headers.EMPTY, Body.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"006", "a.b/c d", "kode é"})
  void write_code_isReadBack(String code) {
    Scoped<ServiceCode> service = Scoped.in("jambi.go.id", new ServiceCode(code));
    Scoped<ReportToken> token = Scoped.of(new ReportToken(code));
    Scoped<ReportLookup> lookup = Scoped.of(new ReportLookup(new ReportId(code), true));

    assertThat(
            value(
                GeoReportV2.GET_SERVICE_DEFINITION.input(),
                GeoReportV2.GET_SERVICE_DEFINITION.input().write(service)))
        .isEqualTo(service);
    assertThat(value(GeoReportV2.GET_TOKEN.input(), GeoReportV2.GET_TOKEN.input().write(token)))
        .isEqualTo(token);
    assertThat(value(GeoReportV2.GET_REPORT.input(), GeoReportV2.GET_REPORT.input().write(lookup)))
        .isEqualTo(lookup);
  }

  @Test
  void read_idOfImpossibleForm_doesNotExist() {
    String tooLong = "x".repeat(ReportId.MAX_LENGTH + 1);

    assertThat(
            violations(
                GeoReportV2.GET_REPORT.input(), path("service_request_id", tooLong, Params.EMPTY)))
        .containsExactly("service_request_id: not-found");
    assertThat(violations(GeoReportV2.GET_TOKEN.input(), path("token", "\n", Params.EMPTY)))
        .containsExactly("token: not-found");
  }

  @Test
  void readLookup_extensions_defaultToFalse() {
    assertThat(
            value(GeoReportV2.GET_REPORT.input(), path("service_request_id", "1", Params.EMPTY))
                .value()
                .extensions())
        .isFalse();
    assertThat(
            violations(
                GeoReportV2.GET_REPORT.input(),
                path("service_request_id", "1", params("extensions", "maybe"))))
        .containsExactly("extensions: type");
  }

  @Test
  void readServiceQuery_place_needsBothCoordinates() {
    assertThat(value(GeoReportV2.LIST_SERVICES.input(), query("lat", "-1.6", "long", "103.6")))
        .isEqualTo(Scoped.of(ServiceQuery.at(GeoPoint.of("-1.6", "103.6"))));
    assertThat(value(GeoReportV2.LIST_SERVICES.input(), query()))
        .isEqualTo(Scoped.of(ServiceQuery.ALL));
    assertThat(violations(GeoReportV2.LIST_SERVICES.input(), query("lat", "-1.6")))
        .containsExactly("lat, long: required");
    assertThat(violations(GeoReportV2.LIST_SERVICES.input(), query("lat", "a", "long", "200")))
        .containsExactly("lat: type", "long: range");
  }

  @Test
  void writeServiceQuery_place_isReadBack() {
    Scoped<ServiceQuery> at =
        Scoped.in("jambi.go.id", ServiceQuery.at(GeoPoint.of("-1.60", "103.6131")));

    assertThat(
            value(GeoReportV2.LIST_SERVICES.input(), GeoReportV2.LIST_SERVICES.input().write(at)))
        .isEqualTo(at);
  }

  @Test
  void discovery_anyQuery_needsNothing() {
    assertThat(value(GeoReportV2.DISCOVERY.input(), query("anything", "x")))
        .isEqualTo(NoInput.NONE);
  }
}
