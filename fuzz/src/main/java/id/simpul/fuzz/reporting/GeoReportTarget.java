package id.simpul.fuzz.reporting;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.reporting.wire.GeoReportErrors;
import id.simpul.reporting.wire.GeoReportV2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * GeoReport documents in one format: each input is read as a document of every operation, and as an
 * error. What is taken is read again as the same value when it is written.
 */
public final class GeoReportTarget implements FuzzTarget {
  private static final int STATUS = 400;

  private final String suffix;
  private final GeoReportErrors errors;

  private GeoReportTarget(String suffix, GeoReportErrors errors) {
    this.suffix = suffix;
    this.errors = errors;
  }

  /**
   * The documents in JSON.
   *
   * @return the target
   */
  public static GeoReportTarget json() {
    return new GeoReportTarget("json", GeoReportErrors.JSON);
  }

  /**
   * The documents in XML.
   *
   * @return the target
   */
  public static GeoReportTarget xml() {
    return new GeoReportTarget("xml", GeoReportErrors.XML);
  }

  @Override
  public List<Corpus> corpora() {
    return List.of(new Corpus("open311", Corpus.Cut.FILES));
  }

  @Override
  public void run(byte[] input) throws IOException {
    for (Operation<?, ?> operation : GeoReportV2.OPERATIONS) {
      document(operation.outputFor(suffix).orElseThrow(), input);
    }
    error(input);
  }

  private static <T> void document(Format<T> format, byte[] input) throws IOException {
    T value;
    try {
      value = format.read(new ByteArrayInputStream(input), Limits.DEFAULT);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(value, out);
    T again = format.read(new ByteArrayInputStream(out.toByteArray()), Limits.DEFAULT);
    require(again.equals(value), "changes when written");
  }

  private void error(byte[] input) throws IOException {
    ErrorReport report;
    try {
      report = errors.read(STATUS, new ByteArrayInputStream(input), Limits.DEFAULT);
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    errors.write(report, out);
    ByteArrayInputStream written = new ByteArrayInputStream(out.toByteArray());
    require(errors.read(STATUS, written, Limits.DEFAULT).equals(report), "changes when written");
  }
}
