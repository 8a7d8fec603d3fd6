package id.simpul.reporting.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.GeoPoint;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the inputs that read have in common. */
final class Queries {
  static final String EXTENSIONS = "extensions";
  static final String LAT = "lat";
  static final String LONG = "long";

  private Queries() {}

  static RequestParts path(String variable, String value, Params query) {
    return new RequestParts(Map.of(variable, value), query, Headers.EMPTY, Body.NONE);
  }

  /** An identifier from the path; one of impossible form names nothing that exists. */
  static <T> Optional<T> pathId(
      RequestParts parts,
      String variable,
      Function<String, Optional<T>> parse,
      FieldReader errors) {
    Optional<T> id = parse.apply(parts.path().getOrDefault(variable, ""));
    if (id.isEmpty()) {
      errors.reject(Violation.NOT_FOUND, variable, "there is no such thing");
    }
    return id;
  }

  /** Both coordinates, or a violation that names both. */
  static Optional<GeoPoint> point(Params params, FieldReader reader) {
    Optional<BigDecimal> latitude =
        reader.number(LAT, -GeoPoint.MAX_LATITUDE, GeoPoint.MAX_LATITUDE);
    Optional<BigDecimal> longitude =
        reader.number(LONG, -GeoPoint.MAX_LONGITUDE, GeoPoint.MAX_LONGITUDE);
    if (params.first(LAT).isPresent() != params.first(LONG).isPresent()) {
      reader.reject(Violation.REQUIRED, LAT + ", " + LONG, "one is of no use without the other");
    }
    return latitude.isPresent() && longitude.isPresent()
        ? Optional.of(new GeoPoint(latitude.get(), longitude.get()))
        : Optional.empty();
  }
}
