package id.simpul.fuzz.reporting;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.internal.http.FormDecoder;
import id.simpul.reporting.wire.GeoReportV2;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A query string before every operation that has no body. A path variable has the value of the
 * query's parameter of its name.
 */
public final class QueryTarget implements FuzzTarget {
  /** Makes the target. */
  public QueryTarget() {}

  @Override
  public void run(byte[] input) {
    Params query;
    try {
      query = FormDecoder.decode(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    for (Operation<?, ?> operation : GeoReportV2.OPERATIONS) {
      if (operation.input().bodies().isEmpty()) {
        Map<String, String> path = new LinkedHashMap<>();
        for (String name : operation.path().variables()) {
          path.put(name, query.first(name).orElse("1"));
        }
        Exchanges.input(operation.input(), new RequestParts(path, query, Headers.EMPTY, Body.NONE));
      }
    }
  }
}
