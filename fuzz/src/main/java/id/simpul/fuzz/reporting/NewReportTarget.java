package id.simpul.fuzz.reporting;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.internal.http.FormDecoder;
import id.simpul.reporting.wire.GeoReportV2;
import java.util.List;
import java.util.Map;

/** A report on its way in, as an urlencoded form. */
public final class NewReportTarget implements FuzzTarget {
  /** Makes the target. */
  public NewReportTarget() {}

  @Override
  public void run(byte[] input) {
    Params fields;
    try {
      fields = FormDecoder.decode(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    Exchanges.input(
        GeoReportV2.CREATE_REPORT.input(),
        new RequestParts(Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Form(fields, List.of())));
  }
}
