package id.simpul.reporting.wire;

import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Parameter.In;
import id.simpul.core.operation.Parameter.Kind;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.BoundingBox;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.internal.Times;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The input of GET Service Requests. */
final class ReportQueryInput implements Input<ReportQuery> {
  private static final String IDS = "service_request_id";
  private static final String CODES = "service_code";
  private static final String STATUS = "status";
  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final String UPDATED_AFTER = "updated_after";
  private static final String UPDATED_BEFORE = "updated_before";
  private static final String BBOX = "bbox";
  private static final String RADIUS = "radius";
  private static final String PAGE = "page";
  private static final String PAGE_SIZE = "page_size";
  private static final int MAX_STATUSES = 10;
  private static final int MAX_BBOX_LENGTH = 150;

  private static final List<Parameter> PARAMETERS =
      List.of(
          query(IDS, Kind.COMMA_LIST, "Ids of reports; overrides every other filter."),
          query(CODES, Kind.COMMA_LIST, "Codes of services. Default: all."),
          query(START, Kind.DATE_TIME, "Earliest time of filing. Default: 90 days back."),
          query(END, Kind.DATE_TIME, "Latest time of filing, at most 90 days after start_date."),
          query(STATUS, Kind.COMMA_LIST, "Statuses. Default: all.").oneOf("open", "closed"),
          query(UPDATED_AFTER, Kind.DATE_TIME, "Earliest last change."),
          query(UPDATED_BEFORE, Kind.DATE_TIME, "Latest last change."),
          query(BBOX, Kind.COMMA_LIST, "A box: west, south, east and north in degrees."),
          query(Queries.LAT, Kind.NUMBER, "Latitude of a circle; comes with long and radius."),
          query(Queries.LONG, Kind.NUMBER, "Longitude of a circle; comes with lat and radius."),
          query(RADIUS, Kind.INTEGER, "Radius of a circle in metres, 1 to 100000."),
          query(PAGE, Kind.INTEGER, "The page; 1, and 0 as well, is the first. Default: 1."),
          query(PAGE_SIZE, Kind.INTEGER, "Reports a page, 1 to 1000. Default: 1000."),
          query(
              Queries.EXTENSIONS,
              Kind.BOOLEAN,
              "Whether detailed status and notes are wanted. Default: false."));

  private static Parameter query(String name, Kind kind, String description) {
    return Parameter.optional(In.QUERY, name, kind, description);
  }

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
  public RequestParts write(ReportQuery query) {
    Params.Builder params = Params.builder();
    list(params, IDS, query.reportIds(), ReportId::value);
    list(params, CODES, query.serviceCodes(), ServiceCode::value);
    list(params, STATUS, query.statuses(), ReportStatus::code);
    time(params, START, query.from());
    time(params, END, query.to());
    time(params, UPDATED_AFTER, query.updatedAfter());
    time(params, UPDATED_BEFORE, query.updatedBefore());
    query.box().ifPresent(b -> params.add(BBOX, bbox(b)));
    query.centre().ifPresent(c -> circle(params, c, query.radiusMetres().orElseThrow()));
    if (query.page() != 1) {
      params.add(PAGE, Integer.toString(query.page()));
    }
    if (query.pageSize() != ReportQuery.MAX_PAGE_SIZE) {
      params.add(PAGE_SIZE, Integer.toString(query.pageSize()));
    }
    if (query.extensions()) {
      params.add(Queries.EXTENSIONS, "true");
    }
    return RequestParts.query(params.build());
  }

  private static <T> void list(
      Params.Builder params, String name, List<T> values, Function<T, String> text) {
    if (!values.isEmpty()) {
      params.add(name, String.join(",", values.stream().map(text).toList()));
    }
  }

  private static void time(Params.Builder params, String name, Optional<OffsetDateTime> time) {
    time.ifPresent(t -> params.add(name, Times.format(t)));
  }

  private static void circle(Params.Builder params, GeoPoint centre, int radius) {
    params.add(Queries.LAT, centre.latitude().toPlainString());
    params.add(Queries.LONG, centre.longitude().toPlainString());
    params.add(RADIUS, Integer.toString(radius));
  }

  private static String bbox(BoundingBox box) {
    return String.join(
        ",",
        box.southWest().longitude().toPlainString(),
        box.southWest().latitude().toPlainString(),
        box.northEast().longitude().toPlainString(),
        box.northEast().latitude().toPlainString());
  }

  @Override
  public Reading<ReportQuery> read(RequestParts parts) {
    FieldReader reader = new FieldReader(parts.query());
    ReportQuery.Builder query = ReportQuery.builder();
    query.extensions(reader.flag(Queries.EXTENSIONS).orElse(false));
    query.reportIds(codes(reader, IDS, ReportQuery.MAX_CODES, ReportId::parse));
    if (parts.query().first(IDS).isEmpty()) {
      readFilters(parts.query(), reader, query);
    }
    query.violations().forEach(v -> reader.reject(v.code(), v.where(), v.message()));
    return reader.finish(query::build);
  }

  private static void readFilters(Params params, FieldReader reader, ReportQuery.Builder query) {
    query
        .serviceCodes(codes(reader, CODES, ReportQuery.MAX_CODES, ServiceCode::parse))
        .statuses(
            codes(
                reader,
                STATUS,
                MAX_STATUSES,
                text -> Optional.of(new ReportStatus(Codes.lower(text)))))
        .from(reader.dateTime(START).orElse(null))
        .to(reader.dateTime(END).orElse(null))
        .updatedAfter(reader.dateTime(UPDATED_AFTER).orElse(null))
        .updatedBefore(reader.dateTime(UPDATED_BEFORE).orElse(null))
        .box(reader.text(BBOX, MAX_BBOX_LENGTH).map(t -> box(t, reader)).orElse(null))
        .page(reader.integer(PAGE, 0, ReportQuery.MAX_PAGE).orElse(1))
        .pageSize(
            reader
                .integer(PAGE_SIZE, 1, ReportQuery.MAX_PAGE_SIZE)
                .orElse(ReportQuery.MAX_PAGE_SIZE));
    Optional<GeoPoint> centre = Queries.point(params, reader);
    Optional<Integer> radius = reader.integer(RADIUS, 1, ReportQuery.MAX_RADIUS_METRES);
    if (centre.isPresent() && radius.isPresent()) {
      query.near(centre.get(), radius.get());
    } else if (params.first(RADIUS).isPresent() != params.first(Queries.LAT).isPresent()) {
      reader.reject(
          Violation.REQUIRED, "lat, long, radius", "a circle is given by all three of them");
    }
  }

  private static <T> List<T> codes(
      FieldReader reader, String name, int max, Function<String, Optional<T>> parse) {
    List<T> codes = new ArrayList<>();
    for (String text : reader.commaList(name, max)) {
      Optional<T> code = parse.apply(text);
      if (code.isEmpty()) {
        reader.reject(Violation.TYPE, name, "holds a value that is too long or not plain text");
      } else {
        codes.add(code.get());
      }
    }
    return codes;
  }

  private static @Nullable BoundingBox box(String text, FieldReader reader) {
    String[] edges = text.split(",", -1);
    if (edges.length != 4) {
      reader.reject(Violation.TYPE, BBOX, "must be west,south,east,north in degrees");
      return null;
    }
    Optional<BigDecimal> west = edge(edges[0], GeoPoint.MAX_LONGITUDE, reader);
    Optional<BigDecimal> south = edge(edges[1], GeoPoint.MAX_LATITUDE, reader);
    Optional<BigDecimal> east = edge(edges[2], GeoPoint.MAX_LONGITUDE, reader);
    Optional<BigDecimal> north = edge(edges[3], GeoPoint.MAX_LATITUDE, reader);
    if (west.isEmpty() || south.isEmpty() || east.isEmpty() || north.isEmpty()) {
      return null;
    }
    if (west.get().compareTo(east.get()) > 0 || south.get().compareTo(north.get()) > 0) {
      reader.reject(
          Violation.RANGE, BBOX, "west must not exceed east, nor south north: the box is inverted");
      return null;
    }
    return new BoundingBox(
        new GeoPoint(south.get(), west.get()), new GeoPoint(north.get(), east.get()));
  }

  private static Optional<BigDecimal> edge(String text, int max, FieldReader reader) {
    FieldReader one = new FieldReader(Params.EMPTY.with(BBOX, text));
    Optional<BigDecimal> number = one.number(BBOX, -max, max);
    if (text.isEmpty()) {
      one.reject(Violation.REQUIRED, BBOX, "must be west,south,east,north in degrees");
    }
    one.violations().forEach(v -> reader.reject(v.code(), v.where(), v.message()));
    return number;
  }
}
