package id.simpul.benchmarks.client;

import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.ReportLookup;
import id.simpul.reporting.wire.Scoped;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a call does beside the exchange: the value taken apart, the answer's bytes put together. No
 * socket, so that the rest of a typed call is the pipeline's.
 */
final class CodecCalls {
  // Written so that no compiler finds the work useless.
  private volatile @Nullable Object last;

  Caller of(Kind kind) {
    return switch (kind) {
      case SUBMIT -> submit();
      case GET -> get();
      case DOCUMENT -> document();
    };
  }

  private Caller submit() {
    NewReport report = new SampleReports(1).next();
    var format = GeoReportV2.CREATE_REPORT.outputFor("json").orElseThrow();
    byte[] answer = Kind.SUBMIT.answer();
    return () -> {
      last = GeoReportV2.CREATE_REPORT.input().write(Scoped.of(report));
      last = format.read(new ByteArrayInputStream(answer), Limits.DEFAULT);
    };
  }

  private Caller get() {
    var format = GeoReportV2.GET_REPORT.outputFor("json").orElseThrow();
    byte[] answer = Kind.GET.answer();
    return () -> {
      ReportLookup lookup = new ReportLookup(SampleAnswers.ID, false);
      last = GeoReportV2.GET_REPORT.input().write(Scoped.of(lookup));
      last = format.read(new ByteArrayInputStream(answer), Limits.DEFAULT);
    };
  }

  private Caller document() {
    JsonObject document = DocumentExchange.value();
    Format<JsonObject> format = DocumentExchange.OPERATION.output().get(0);
    byte[] answer = Kind.DOCUMENT.answer();
    return () -> {
      last = DocumentExchange.OPERATION.input().write(document);
      last = format.read(new ByteArrayInputStream(answer), Limits.DEFAULT);
    };
  }
}
