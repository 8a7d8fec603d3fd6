package id.simpul.health.internal.satusehat;

import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.type.Coding;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for a location. The official samples have longitude and latitude the wrong way round;
 * what is sent is looked at, and never put right silently.
 */
public final class LocationRules {
  private static final int OPERATIONAL_STATUS = 10171;
  private static final int TYPE = 10172;
  private static final String BED_STATUS = "http://terminology.hl7.org/CodeSystem/v2-0116";
  private static final Set<String> TYPE_SYSTEMS =
      Set.of(
          "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
          "http://terminology.kemkes.go.id/CodeSystem/location-type");
  private static final BigDecimal MAX_LATITUDE = new BigDecimal(90);
  private static final BigDecimal MAX_LONGITUDE = new BigDecimal(180);

  private LocationRules() {}

  /**
   * Checks a location.
   *
   * @param location the location
   * @param found where violations go
   */
  public static void check(Location location, RuleFindings found) {
    Optional<String> status = location.operationalStatus().flatMap(Coding::system);
    if (status.isPresent() && !status.get().equals(BED_STATUS)) {
      found.add(OPERATIONAL_STATUS, "operationalStatus.system", "must be " + BED_STATUS);
    }
    boolean foreign =
        location.type().stream()
            .flatMap(t -> t.coding().stream())
            .anyMatch(c -> c.system().filter(s -> !TYPE_SYSTEMS.contains(s)).isPresent());
    if (foreign) {
      found.add(TYPE, "type", "uses a code system the server does not take there");
    }
    location.position().ifPresent(position -> checkPosition(position, found));
  }

  private static void checkPosition(Location.Position position, RuleFindings found) {
    Optional<BigDecimal> longitude = position.longitude();
    Optional<BigDecimal> latitude = position.latitude();
    if (longitude.isEmpty() || latitude.isEmpty()) {
      found.add(RuleFindings.NO_NUMBER, "position", "longitude and latitude are required");
      return;
    }
    if (beyond(latitude.get(), MAX_LATITUDE)) {
      boolean swapped = !beyond(longitude.get(), MAX_LATITUDE);
      found.add(
          RuleFindings.NO_NUMBER,
          "position.latitude",
          swapped
              ? "must lie between -90 and 90; longitude and latitude look swapped"
              : "must lie between -90 and 90");
    }
    if (beyond(longitude.get(), MAX_LONGITUDE)) {
      found.add(RuleFindings.NO_NUMBER, "position.longitude", "must lie between -180 and 180");
    }
  }

  private static boolean beyond(BigDecimal value, BigDecimal limit) {
    return value.abs().compareTo(limit) > 0;
  }
}
