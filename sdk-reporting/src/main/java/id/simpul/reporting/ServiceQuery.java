package id.simpul.reporting;

import id.simpul.core.value.GeoPoint;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which services are asked for (GeoReport v2, GET Service List). */
public final class ServiceQuery {
  /** All of them. */
  public static final ServiceQuery ALL = new ServiceQuery(null);

  private final @Nullable GeoPoint point;

  private ServiceQuery(@Nullable GeoPoint point) {
    this.point = point;
  }

  /**
   * Those offered at a place: an extension that a plain node ignores.
   *
   * @param point the place; outside of the node's area the answer is empty
   * @return the query
   */
  public static ServiceQuery at(GeoPoint point) {
    return new ServiceQuery(Objects.requireNonNull(point, "point"));
  }

  /**
   * The place.
   *
   * @return the place, or empty for everywhere
   */
  public Optional<GeoPoint> point() {
    return Optional.ofNullable(point);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ServiceQuery other && point().equals(other.point());
  }

  @Override
  public int hashCode() {
    return point().hashCode();
  }

  @Override
  public String toString() {
    return point == null ? "ServiceQuery[all]" : "ServiceQuery[at a point]";
  }
}
