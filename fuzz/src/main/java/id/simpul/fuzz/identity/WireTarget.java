package id.simpul.fuzz.identity;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.fuzz.Exchanges;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.identity.wire.FederationV1;
import id.simpul.identity.wire.IssuanceV1;
import id.simpul.identity.wire.PresentationV1;
import id.simpul.identity.wire.SimpulCredentialsV1;
import id.simpul.identity.wire.StatusListV1;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JSON of the operations of identity: each input as the answer of every operation, and as the body
 * of every request that has one.
 */
public final class WireTarget implements FuzzTarget {
  private static final List<Operation<?, ?>> OPERATIONS =
      Stream.of(
              FederationV1.OPERATIONS,
              IssuanceV1.OPERATIONS,
              PresentationV1.OPERATIONS,
              SimpulCredentialsV1.OPERATIONS,
              StatusListV1.OPERATIONS)
          .<Operation<?, ?>>flatMap(List::stream)
          .toList();

  /** Makes the target. */
  public WireTarget() {}

  /** All operations of identity. */
  static List<Operation<?, ?>> operations() {
    return OPERATIONS;
  }

  @Override
  public void run(byte[] input) throws IOException {
    for (Operation<?, ?> operation : OPERATIONS) {
      for (Format<?> format : operation.output()) {
        Exchanges.document(format, input);
      }
      if (operation.input().bodies().contains(MediaType.JSON)) {
        Exchanges.input(operation.input(), json(operation, input));
      }
    }
  }

  private static RequestParts json(Operation<?, ?> operation, byte[] input) {
    return new RequestParts(
        variables(operation, Params.EMPTY),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, input));
  }

  /** Path variables are always there; they have the value of the parameter of their name. */
  static Map<String, String> variables(Operation<?, ?> operation, Params params) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : operation.path().variables()) {
      variables.put(name, params.first(name).orElse("1"));
    }
    return variables;
  }
}
