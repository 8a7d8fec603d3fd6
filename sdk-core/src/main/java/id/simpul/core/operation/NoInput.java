package id.simpul.core.operation;

import java.util.List;
import java.util.Optional;

/** What an operation is given that needs nothing. */
public enum NoInput implements Input<NoInput> {
  /** The one value, and the input that carries it. */
  NONE;

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
    return new Reading.Valid<>(NONE);
  }
}
