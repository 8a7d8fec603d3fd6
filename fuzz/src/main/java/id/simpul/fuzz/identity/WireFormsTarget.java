package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.internal.http.FormDecoder;
import java.util.List;
import java.util.Map;

/** Queries and forms of the operations of identity: each input before every one of them. */
public final class WireFormsTarget implements FuzzTarget {
  /** Makes the target. */
  public WireFormsTarget() {}

  @Override
  public void run(byte[] input) {
    Params params;
    try {
      params = FormDecoder.decode(Input.text(input));
    } catch (FormatException e) {
      keepsSilent(e);
      return;
    }
    for (Operation<?, ?> operation : WireTarget.operations()) {
      if (!operation.input().bodies().contains(MediaType.JSON)) {
        Exchanges.input(operation.input(), parts(operation, params));
      }
    }
  }

  private static RequestParts parts(Operation<?, ?> operation, Params params) {
    Map<String, String> path = WireTarget.variables(operation, params);
    return operation.input().bodies().contains(MediaType.FORM)
        ? new RequestParts(path, Params.EMPTY, Headers.EMPTY, new Body.Form(params, List.of()))
        : new RequestParts(path, params, Headers.EMPTY, Body.NONE);
  }
}
