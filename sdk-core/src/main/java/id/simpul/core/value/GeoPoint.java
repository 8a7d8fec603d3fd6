package id.simpul.core.value;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A place in WGS 84, in degrees, with the digits it was given.
 *
 * @param latitude -90 to 90, north positive
 * @param longitude -180 to 180, east positive
 */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {
  /** The greatest latitude. */
  public static final int MAX_LATITUDE = 90;

  /** The greatest longitude. */
  public static final int MAX_LONGITUDE = 180;

  /** Checks the ranges. */
  public GeoPoint {
    check(Objects.requireNonNull(latitude, "latitude"), MAX_LATITUDE, "latitude");
    check(Objects.requireNonNull(longitude, "longitude"), MAX_LONGITUDE, "longitude");
  }

  /**
   * A place from text.
   *
   * @param latitude for example {@code -1.6101}
   * @param longitude for example {@code 103.6131}
   * @return the place
   */
  public static GeoPoint of(String latitude, String longitude) {
    return new GeoPoint(new BigDecimal(latitude), new BigDecimal(longitude));
  }

  private static void check(BigDecimal degrees, int max, String name) {
    if (degrees.abs().compareTo(BigDecimal.valueOf(max)) > 0) {
      throw new IllegalArgumentException(name + " lies outside -" + max + " to " + max);
    }
  }
}
