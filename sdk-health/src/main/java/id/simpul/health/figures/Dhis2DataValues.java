package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a table as DHIS2 takes it at {@code /api/dataValueSets}. */
public final class Dhis2DataValues {
  private Dhis2DataValues() {}

  /**
   * The data value set of a table. Counts that were left out are left out here, too.
   *
   * @param table the figures
   * @param mapping what the instance calls things
   * @return a JSON object with {@code dataSet} and {@code dataValues}, counts as strings
   * @throws ValidationException with every area that has no organisation unit, and when the period
   *     is neither a day, nor a month, nor a year
   */
  public static JsonObject of(SuppressedTable table, Dhis2Mapping mapping) {
    List<Violation> violations = new ArrayList<>();
    List<JsonValue> values = new ArrayList<>();
    String period = period(table.period(), violations);
    for (int row = 0; row < table.size(); row++) {
      String orgUnit = table.area(row).map(mapping.orgUnits()::get).orElse(null);
      if (orgUnit == null) {
        String area = table.area(row).map(RegionCode::code).orElse("the country");
        violations.add(
            new Violation(Violation.REQUIRED, "orgUnits", area + " has no organisation unit"));
      } else {
        add(table, row, Map.of("orgUnit", orgUnit, "period", period), mapping, values);
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("Dhis2DataValues", violations);
    }
    return JsonObject.builder()
        .put("dataSet", mapping.dataSet())
        .put("dataValues", new JsonArray(values))
        .build();
  }

  private static void add(
      SuppressedTable table,
      int row,
      Map<String, String> place,
      Dhis2Mapping mapping,
      List<JsonValue> values) {
    new TreeMap<>(mapping.dataElements())
        .forEach((measure, element) ->
            table
                .count(row, measure)
                .ifPresent(count -> {
                  JsonObject.Builder value = JsonObject.builder().put("dataElement", element);
                  new TreeMap<>(place).forEach(value::put);
                  values.add(value.put("value", Long.toString(count)).build());
                }));
  }

  /** DHIS2's names of periods: {@code 20210709}, {@code 202107}, {@code 2021}. */
  private static String period(ReportPeriod period, List<Violation> violations) {
    LocalDate from = period.from();
    LocalDate to = period.to();
    if (from.equals(to)) {
      return format("uuuuMMdd", from);
    }
    if (from.getDayOfMonth() == 1 && to.equals(from.with(TemporalAdjusters.lastDayOfMonth()))) {
      return format("uuuuMM", from);
    }
    if (from.getDayOfYear() == 1 && to.equals(from.with(TemporalAdjusters.lastDayOfYear()))) {
      return format("uuuu", from);
    }
    violations.add(new Violation(Violation.CHOICE, "period", "is a day, a month or a year"));
    return "";
  }

  private static String format(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
  }
}
