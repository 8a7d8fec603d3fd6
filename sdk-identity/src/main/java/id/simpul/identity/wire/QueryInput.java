package id.simpul.identity.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An input made of named values alone, in the query or in a form. Parameters nobody described are
 * ignored (OpenID Federation 1.1, section 8).
 *
 * @param parameters what may stand there
 * @param writer takes a value apart
 * @param reader puts a value together
 * @param <I> the value
 */
record QueryInput<I>(List<Parameter> parameters, Function<I, Params> writer, Reader<I> reader)
    implements Input<I> {
  QueryInput {
    parameters = List.copyOf(parameters);
  }

  /** Puts a value together, and notes what is wrong on the way. */
  @FunctionalInterface
  interface Reader<I> {
    Supplier<I> read(Params params, FieldReader fields);
  }

  private boolean isForm() {
    return parameters.stream().anyMatch(p -> p.in() == Parameter.In.FORM);
  }

  @Override
  public List<MediaType> bodies() {
    return isForm() ? List.of(MediaType.FORM) : List.of();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public RequestParts write(I value) {
    Params params = writer.apply(value);
    return isForm()
        ? new RequestParts(Map.of(), Params.EMPTY, Headers.EMPTY, new Body.Form(params, List.of()))
        : RequestParts.query(params);
  }

  @Override
  public Reading<I> read(RequestParts parts) {
    Params params = isForm() ? parts.form() : parts.query();
    FieldReader fields = new FieldReader(params);
    Supplier<I> value = reader.read(params, fields);
    return fields.finish(value);
  }
}
