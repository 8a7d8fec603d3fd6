package id.simpul.reporting.wire;

import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.util.List;
import java.util.Optional;

/** The input of GET Service Discovery: none. */
final class DiscoveryInput implements Input<NoInput> {
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<MediaType> bodies() {
    return List.of();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(NoInput value) {
    return RequestParts.query(Params.EMPTY);
  }

  @Override
  public Reading<NoInput> read(RequestParts parts) {
    return new Reading.Valid<>(NoInput.NONE);
  }
}
