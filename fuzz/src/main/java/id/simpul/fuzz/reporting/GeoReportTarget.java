package id.simpul.fuzz.reporting;

import id.simpul.core.operation.Operation;
import id.simpul.fuzz.Corpus;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.reporting.wire.GeoReportErrors;
import id.simpul.reporting.wire.GeoReportV2;
import java.io.IOException;
import java.util.List;

/** GeoReport documents in one format: each input as one of every operation, and as an error. */
public final class GeoReportTarget implements FuzzTarget {
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
      Exchanges.document(operation.outputFor(suffix).orElseThrow(), input);
    }
    Exchanges.error(errors, input);
  }
}
