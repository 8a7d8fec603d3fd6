package id.simpul.node.internal.reporting;

import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.BoundingBox;

/** Distances on a sphere, good to half a percent, which a pin on a map never is. */
final class Circle {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;
  private static final double MAX_LATITUDE = 90;
  private static final double MAX_LONGITUDE = 180;

  private Circle() {}

  /** The least box that holds the circle; a circle over the date line gets the whole belt. */
  static BoundingBox boxAround(GeoPoint centre, int metres) {
    double lat = centre.latitude().doubleValue();
    double lon = centre.longitude().doubleValue();
    double dLat = Math.toDegrees(metres / EARTH_RADIUS_METRES);
    double south = Math.max(-MAX_LATITUDE, lat - dLat);
    double north = Math.min(MAX_LATITUDE, lat + dLat);
    double widest = Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north))));
    double dLon = widest < 1e-9 ? MAX_LONGITUDE : dLat / widest;
    if (lon - dLon < -MAX_LONGITUDE || lon + dLon > MAX_LONGITUDE) {
      return new BoundingBox(south, -MAX_LONGITUDE, north, MAX_LONGITUDE);
    }
    return new BoundingBox(south, lon - dLon, north, lon + dLon);
  }

  /** Whether a place lies within the circle, its edge included (haversine formula). */
  static boolean within(GeoPoint centre, int metres, GeoPoint place) {
    double lat1 = Math.toRadians(centre.latitude().doubleValue());
    double lat2 = Math.toRadians(place.latitude().doubleValue());
    double dLat = lat2 - lat1;
    double dLon =
        Math.toRadians(place.longitude().doubleValue() - centre.longitude().doubleValue());
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))) <= metres;
  }
}
