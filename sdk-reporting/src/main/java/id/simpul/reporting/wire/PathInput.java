package id.simpul.reporting.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An input that is one identifier in the path. */
final class PathInput<I> implements Input<I> {
  private final Parameter parameter;
  private final Function<String, Optional<I>> parse;
  private final Function<I, String> format;

  PathInput(
      String name,
      String description,
      Function<String, Optional<I>> parse,
      Function<I, String> format) {
    this.parameter = Parameter.required(Parameter.In.PATH, name, Parameter.Kind.TEXT, description);
    this.parse = parse;
    this.format = format;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(parameter);
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
  public RequestParts write(I value) {
    return Queries.path(parameter.name(), format.apply(value), Params.EMPTY);
  }

  @Override
  public Reading<I> read(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.query());
    Optional<I> id = Queries.pathId(parts, parameter.name(), parse, reader);
    return reader.finish(id::orElseThrow);
  }
}
