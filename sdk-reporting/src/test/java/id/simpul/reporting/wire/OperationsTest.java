package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static String line(Operation<?, ?> operation) {
    return operation.id() + " " + operation.method() + " " + operation.path();
  }

  @Test
  void operations_always_areThoseOfTheStandard() {
    assertThat(GeoReportV2.OPERATIONS.stream().map(OperationsTest::line))
        .containsExactly(
            "georeport.v2.discovery.get GET /discovery{.format}",
            "georeport.v2.services.list GET /services{.format}",
            "georeport.v2.services.get GET /services/{service_code}{.format}",
            "georeport.v2.requests.create POST /requests{.format}",
            "georeport.v2.tokens.get GET /tokens/{token}{.format}",
            "georeport.v2.requests.list GET /requests{.format}",
            "georeport.v2.requests.get GET /requests/{service_request_id}{.format}");
    assertThat(SimpulReportsV1.OPERATIONS.stream().map(OperationsTest::line))
        .containsExactly(
            "simpul.v1.reports.advance POST /reports/{service_request_id}/transitions");
  }

  @Test
  void effects_always_letOnlyFilingAndMovingChangeAnything() {
    for (Operation<?, ?> operation : GeoReportV2.OPERATIONS) {
      boolean files = operation == GeoReportV2.CREATE_REPORT;
      assertThat(operation.effect()).isEqualTo(files ? Effect.KEYED : Effect.SAFE);
    }
    assertThat(SimpulReportsV1.ADVANCE.effect()).isEqualTo(Effect.KEYED);
  }

  @Test
  void failures_always_areNamedOnceAndSummed() {
    for (Operation<?, ?> operation : GeoReportV2.OPERATIONS) {
      assertThat(operation.summary()).isNotBlank();
      assertThat(operation.failures()).extracting(f -> f.status()).doesNotHaveDuplicates();
      assertThat(operation.failures()).extracting(f -> f.status()).contains(401, 406, 503);
    }
    assertThat(GeoReportV2.CREATE_REPORT.failures())
        .extracting(f -> f.status())
        .contains(400, 403, 404, 413, 415, 422);
    assertThat(SimpulReportsV1.ADVANCE.failures())
        .extracting(f -> f.status())
        .contains(400, 401, 403, 404, 409, 415, 422);
  }

  @Test
  void bodies_always_areFormsFirst() {
    assertThat(GeoReportV2.CREATE_REPORT.input().bodies())
        .isEqualTo(List.of(MediaType.FORM, MediaType.MULTIPART));
    assertThat(SimpulReportsV1.ADVANCE.input().bodies()).isEqualTo(List.of(MediaType.JSON));
    assertThat(GeoReportV2.LIST_REPORTS.input().bodies()).isEmpty();
  }

  @Test
  void officersOperation_always_speaksJsonAndProblemDetails() {
    assertThat(SimpulReportsV1.ADVANCE.output()).hasSize(1);
    assertThat(SimpulReportsV1.ADVANCE.output().get(0).mediaType()).isEqualTo(MediaType.JSON);
    assertThat(SimpulReportsV1.ADVANCE.output().get(0).suffix()).isEmpty();
    assertThat(SimpulReportsV1.ADVANCE.errors().get(0).mediaType())
        .isEqualTo(MediaType.PROBLEM_JSON);
  }
}
