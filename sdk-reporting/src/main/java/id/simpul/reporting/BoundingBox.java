package id.simpul.reporting;

import id.simpul.core.value.GeoPoint;
import java.util.Objects;

/**
 * A rectangle of latitudes and longitudes, its edges included. It does not cross the antimeridian.
 *
 * @param southWest the corner with the least latitude and longitude
 * @param northEast the corner with the greatest latitude and longitude
 */
public record BoundingBox(GeoPoint southWest, GeoPoint northEast) {
  /** Checks that the corners are not swapped. */
  public BoundingBox {
    Objects.requireNonNull(southWest, "southWest");
    Objects.requireNonNull(northEast, "northEast");
    if (southWest.latitude().compareTo(northEast.latitude()) > 0
        || southWest.longitude().compareTo(northEast.longitude()) > 0) {
      throw new IllegalArgumentException("The corners of the box are swapped");
    }
  }

  /**
   * Whether a point lies in the box.
   *
   * @param point the point
   * @return true when it lies inside or on an edge
   */
  public boolean contains(GeoPoint point) {
    return point.latitude().compareTo(southWest.latitude()) >= 0
        && point.latitude().compareTo(northEast.latitude()) <= 0
        && point.longitude().compareTo(southWest.longitude()) >= 0
        && point.longitude().compareTo(northEast.longitude()) <= 0;
  }
}
