package id.simpul.reporting.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.reporting.ReportId;
import java.util.List;
import java.util.Optional;

/** The input of GET Service Request. */
final class ReportLookupInput implements Input<ReportLookup> {
  private static final String ID = "service_request_id";
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.required(Parameter.In.PATH, ID, Parameter.Kind.TEXT, "The id of the report."),
          Parameter.optional(
              Parameter.In.QUERY,
              Queries.EXTENSIONS,
              Parameter.Kind.BOOLEAN,
              "Whether detailed status and notes are wanted. Default: false."));

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
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
  public RequestParts write(ReportLookup lookup) {
    Params query =
        lookup.extensions() ? Params.EMPTY.with(Queries.EXTENSIONS, "true") : Params.EMPTY;
    return Queries.path(ID, lookup.reportId().value(), query);
  }

  @Override
  public Reading<ReportLookup> read(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.query());
    Optional<ReportId> id = Queries.pathId(parts, ID, ReportId::parse, reader);
    boolean extensions = reader.flag(Queries.EXTENSIONS).orElse(false);
    return reader.finish(() -> new ReportLookup(id.orElseThrow(), extensions));
  }
}
