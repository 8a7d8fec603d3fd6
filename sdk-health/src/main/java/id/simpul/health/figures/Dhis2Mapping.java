package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a DHIS2 instance calls things: its UIDs, or codes where the import says so.
 *
 * @param dataSet the data set
 * @param dataElements the data element of each measure that is sent; the others are not
 * @param orgUnits the organisation unit of each area
 * @param country the organisation unit of the whole country, or null when nothing of it is sent
 */
public record Dhis2Mapping(
    String dataSet,
    Map<CaseMeasure, String> dataElements,
    Map<RegionCode, String> orgUnits,
    @Nullable String country) {
  /** The most characters of an identifier of DHIS2. */
  public static final int MAX_LENGTH = 50;

  /**
   * Copies and checks the identifiers.
   *
   * @throws ValidationException with every one that is blank or too long
   */
  public Dhis2Mapping {
    Objects.requireNonNull(dataSet, "dataSet");
    dataElements = Map.copyOf(dataElements);
    orgUnits = Map.copyOf(orgUnits);
    List<Violation> violations = new ArrayList<>();
    check("dataSet", dataSet, violations);
    dataElements.forEach((measure, id) -> check(measure.code(), id, violations));
    orgUnits.forEach((area, id) -> check(area.code(), id, violations));
    if (country != null) {
      check("country", country, violations);
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("Dhis2Mapping", violations);
    }
  }

  /**
   * A mapping for tables in which the whole country is not sent.
   *
   * @param dataSet the data set
   * @param dataElements the data element of each measure that is sent; the others are not
   * @param orgUnits the organisation unit of each area
   * @throws ValidationException with every identifier that is blank or too long
   */
  public Dhis2Mapping(
      String dataSet, Map<CaseMeasure, String> dataElements, Map<RegionCode, String> orgUnits) {
    this(dataSet, dataElements, orgUnits, null);
  }

  /** The unit of an area, or of the country where there is none. */
  Optional<String> unit(Optional<RegionCode> area) {
    return area.isPresent() ? area.map(orgUnits::get) : Optional.ofNullable(country);
  }

  private static void check(String where, String id, List<Violation> violations) {
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      violations.add(
          new Violation(Violation.LENGTH, where, "has 1 to " + MAX_LENGTH + " characters"));
    }
  }
}
