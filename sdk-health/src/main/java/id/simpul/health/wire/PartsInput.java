package id.simpul.health.wire;

import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An input made of its parts.
 *
 * @param parameters what stands in path and query
 * @param bodies the media types of its content
 * @param writer takes a value apart
 * @param reader puts it together
 * @param <I> the value
 */
record PartsInput<I>(
    List<Parameter> parameters,
    List<MediaType> bodies,
    Function<I, RequestParts> writer,
    Function<RequestParts, Reading<I>> reader)
    implements Input<I> {

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(I value) {
    return writer.apply(value);
  }

  @Override
  public Reading<I> read(RequestParts parts) {
    return reader.apply(parts);
  }
}
