package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportTransition;
import id.simpul.reporting.ServiceCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As an application would write it. */
class ExampleTest {
  @RegisterExtension static final TestNodeExtension NODE = TestNodeExtension.create();

  private static NewReport report(TestPerson by) {
    return NewReport.builder(new ServiceCode("jalan"), Location.at(GeoPoint.of("-1.61", "103.61")))
        .description("Jalan berlubang di depan pasar.")
        .reporter(by.reporter())
        .build();
  }

  @Test
  void report_workedOnOverTwoHoursAndARestart_isClosedWithItsTimes(TestNode node) {
    TestPerson resident = TestPeople.of(1).next();
    ReportId id = node.reporting().submitReport(report(resident)).reportId().orElseThrow();

    node.clock().advance(Duration.ofHours(2));
    node.advance(ReportTransition.builder(id, DetailedStatus.IN_PROGRESS).build());
    node.restart();
    node.advance(ReportTransition.builder(id, DetailedStatus.RESOLVED).build());
    node.advance(ReportTransition.builder(id, DetailedStatus.CLOSED).note("Selesai.").build());

    Report closed = node.reporting().getReport(id);
    assertThat(closed.status()).isEqualTo(ReportStatus.CLOSED);
    assertThat(Duration.between(closed.requestedAt(), closed.updatedAt().orElseThrow()))
        .isEqualTo(Duration.ofHours(2));
  }
}
