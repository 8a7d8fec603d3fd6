package id.simpul.fuzz.reporting;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.util.Map;

/** The officer's command: the id of a report on the first line, the JSON document after it. */
public final class TransitionTarget implements FuzzTarget {
  /** Makes the target. */
  public TransitionTarget() {}

  @Override
  public void run(byte[] input) {
    Input cut = Input.cut(input);
    Exchanges.input(
        SimpulReportsV1.ADVANCE.input(),
        new RequestParts(
            Map.of("service_request_id", cut.line()),
            Params.EMPTY,
            Headers.EMPTY,
            new Body.Document(MediaType.JSON, cut.rest())));
  }
}
