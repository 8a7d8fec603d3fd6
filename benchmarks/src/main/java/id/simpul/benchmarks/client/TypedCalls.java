package id.simpul.benchmarks.client;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.format.JsonObject;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.ReportLookup;
import id.simpul.reporting.wire.Scoped;

/** Our client: values in, values out. */
final class TypedCalls {
  private final OperationClient client;

  TypedCalls(ClientConfig config) {
    this.client = OperationClient.create(config);
  }

  Caller of(Kind kind) {
    return switch (kind) {
      case SUBMIT -> submit();
      case GET -> get();
      case DOCUMENT -> document();
    };
  }

  private Caller submit() {
    NewReport report = new SampleReports(1).next();
    return () -> {
      var receipt =
          client.call(GeoReportV2.CREATE_REPORT, Scoped.of(report), RequestOptions.NONE).body();
      check(receipt.reportId().isPresent());
    };
  }

  private Caller get() {
    return () -> {
      ReportLookup lookup = new ReportLookup(SampleAnswers.ID, false);
      var report =
          client.call(GeoReportV2.GET_REPORT, Scoped.of(lookup), RequestOptions.NONE).body();
      check(report.id().equals(SampleAnswers.ID));
    };
  }

  private Caller document() {
    JsonObject document = DocumentExchange.value();
    int members = document.members().size();
    return () -> {
      JsonObject answer =
          client.call(DocumentExchange.OPERATION, document, RequestOptions.NONE).body();
      check(answer.members().size() == members);
    };
  }

  private static void check(boolean expected) {
    if (!expected) {
      throw BenchmarkException.invalid("client", "got otherwise than expected");
    }
  }
}
