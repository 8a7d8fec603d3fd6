package id.simpul.benchmarks.sample;

import id.simpul.core.operation.Operation;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.wire.GeoReportV2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;

/** What a node answers, about 1.5 KB of JSON each. */
public final class SampleAnswers {
  /** The report every answer is about. */
  public static final ReportId ID = new ReportId("1571-0k2v7x9m4c8q1w5e3r6t");

  private static final String NOTICE =
      "Laporan Anda telah kami terima dan diteruskan kepada dinas terkait untuk diperiksa. ";
  private static final int RECEIPT_NOTICE_REPEATS = 16;
  private static final int REPORT_NOTICE_REPEATS = 1;

  private SampleAnswers() {}

  /**
   * The answer to a submission, with a long notice that brings it to size.
   *
   * @return JSON
   */
  public static byte[] receipt() {
    return json(
        GeoReportV2.CREATE_REPORT,
        SubmissionReceipt.forReport(ID)
            .serviceNotice(NOTICE.repeat(RECEIPT_NOTICE_REPEATS).strip())
            .build());
  }

  /**
   * A report with every member of GeoReport v2.
   *
   * @return JSON
   */
  public static byte[] report() {
    return json(GeoReportV2.GET_REPORT, value());
  }

  /**
   * The same report as a value.
   *
   * @return the report
   */
  public static Report value() {
    NewReport filed = new SampleReports(1).next();
    OffsetDateTime filedAt = OffsetDateTime.parse("2026-11-02T08:15:30+07:00");
    return Report.builder(ID, ReportStatus.OPEN, SampleReports.SERVICE, filedAt)
        .serviceName("Jalan rusak")
        .statusNotes("Petugas sudah meninjau lokasi dan menjadwalkan perbaikan minggu depan.")
        .description(filed.description().orElse(null))
        .agencyResponsible("Dinas Pekerjaan Umum dan Penataan Ruang Kota Jambi")
        .serviceNotice(NOTICE.repeat(REPORT_NOTICE_REPEATS).strip())
        .updatedAt(filedAt.plusHours(4))
        .expectedAt(filedAt.plusDays(7))
        .location(filed.location().withAddressId("1571-02-1003-000417"))
        .zipcode("36123")
        .mediaUrl(filed.mediaUrls().get(0).toString())
        .build();
  }

  private static <O> byte[] json(Operation<?, O> operation, O value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      operation.outputFor("json").orElseThrow().write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return out.toByteArray();
  }
}
