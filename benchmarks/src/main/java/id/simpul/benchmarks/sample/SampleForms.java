package id.simpul.benchmarks.sample;

import id.simpul.core.operation.Params;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.Scoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Reports as forms, encoded without any of the code that is measured. */
public final class SampleForms {
  private SampleForms() {}

  /**
   * One report as a form.
   *
   * @param report the report
   * @param apiKey the key that goes with it
   * @return {@code application/x-www-form-urlencoded} bytes
   */
  public static byte[] encode(NewReport report, String apiKey) {
    return encode(fields(report, apiKey));
  }

  /**
   * One report as a form that somebody signs, without a key.
   *
   * @param report the report
   * @return {@code application/x-www-form-urlencoded} bytes
   */
  public static byte[] encode(NewReport report) {
    return encode(fields(report));
  }

  private static byte[] encode(Params fields) {
    return fields.entries().stream()
        .map(p -> encode(p.name()) + "=" + encode(p.value()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * One report as form fields.
   *
   * @param report the report
   * @param apiKey the key that goes with it
   * @return the fields
   */
  public static Params fields(NewReport report, String apiKey) {
    return fields(report).with("api_key", apiKey);
  }

  private static Params fields(NewReport report) {
    return GeoReportV2.CREATE_REPORT.input().write(Scoped.of(report)).form();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
