package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.wire.Scoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No toString shows who files a report, what they wrote, where they live, or a token. */
class RedactionTest {
  private static final String SECRET = "rahasia";
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-21T09:00:00+07:00");
  private static final ReportId ID = new ReportId("7");

  @Test
  void toString_ofEveryValueThatMayBePersonal_showsNothingOfIt() {
    Location place = Location.at(GeoPoint.of("-1.6101", "103.6131")).withAddress(SECRET);
    Reporter reporter =
        Reporter.builder()
            .email(SECRET + "@contoh.example")
            .firstName(SECRET)
            .lastName(SECRET)
            .phone(SECRET)
            .deviceId(SECRET)
            .accountId(SECRET)
            .build();
    NewReport report =
        NewReport.builder(new ServiceCode("6"), place)
            .description(SECRET)
            .attribute("A", SECRET)
            .reporter(reporter)
            .build();

    assertThat(
            List.of(
                place,
                reporter,
                reporter.toBuilder(),
                report,
                report.toBuilder(),
                Scoped.of(report),
                Scoped.in("jambi.go.id", report),
                Report.builder(ID, ReportStatus.OPEN, new ServiceCode("6"), TIME)
                    .description(SECRET)
                    .location(place)
                    .build(),
                ReportNote.builder().description(SECRET).summary(SECRET).build(),
                new ReportToken(SECRET),
                Scoped.of(new ReportToken(SECRET)),
                SubmissionReceipt.forToken(new ReportToken(SECRET)).accountId(SECRET).build(),
                TokenAnswer.pending(new ReportToken(SECRET)),
                ReportTransition.builder(ID, DetailedStatus.CLOSED).note(SECRET).build()))
        .allSatisfy(
            value -> assertThat(value.toString()).doesNotContain(SECRET, "1.6101", "103.6131"));
  }

  @Test
  void toString_ofEveryOtherValue_saysWhichOneItIs() {
    assertThat(SubmissionReceipt.forReport(ID).build().toString()).contains("7");
    assertThat(SubmissionReceipt.untracked().build().toString()).contains("untracked");
    assertThat(TokenAnswer.filed(ID).toString()).contains("7");
    assertThat(new ServiceCode("006")).hasToString("006");
    assertThat(ReportStatus.OPEN).hasToString("open");
  }
}
