package id.simpul.identity.internal.credential;

import id.simpul.core.value.RegionCode;
import java.time.ZoneId;

/**
 * The time zones of Indonesia's provinces (Keppres 41/1987). The province digits of both schemes
 * fall into the same zones.
 */
public final class RegionZones {
  private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");
  private static final ZoneId CENTRAL = ZoneId.of("Asia/Makassar");
  private static final ZoneId EASTERN = ZoneId.of("Asia/Jayapura");

  private RegionZones() {}

  /**
   * The zone of a region.
   *
   * @param region any region
   * @return western, central or eastern Indonesian time
   */
  public static ZoneId of(RegionCode region) {
    return switch (region.code().substring(0, 2)) {
      // West and Central Kalimantan; the rest of the island is an hour ahead.
      case "61", "62" -> WESTERN;
      default ->
          switch (region.code().charAt(0)) {
            case '1', '2', '3' -> WESTERN;
            case '5', '6', '7' -> CENTRAL;
            default -> EASTERN;
          };
    };
  }
}
