package id.simpul.reporting.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.ServiceQuery;
import java.util.List;
import java.util.Optional;

/** The input of GET Service List. */
final class ServiceQueryInput implements Input<ServiceQuery> {
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.optional(
              Parameter.In.QUERY,
              Queries.LAT,
              Parameter.Kind.NUMBER,
              "Latitude of a place; only services offered there are listed. Comes with long."),
          Parameter.optional(
              Parameter.In.QUERY,
              Queries.LONG,
              Parameter.Kind.NUMBER,
              "Longitude of a place; only services offered there are listed. Comes with lat."));

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
  public RequestParts write(ServiceQuery query) {
    Params.Builder params = Params.builder();
    query
        .point()
        .ifPresent(p ->
            params
                .add(Queries.LAT, p.latitude().toPlainString())
                .add(Queries.LONG, p.longitude().toPlainString()));
    return RequestParts.query(params.build());
  }

  @Override
  public Reading<ServiceQuery> read(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.query());
    Optional<GeoPoint> point = Queries.point(parts.query(), reader);
    return reader.finish(() -> point.map(ServiceQuery::at).orElse(ServiceQuery.ALL));
  }
}
