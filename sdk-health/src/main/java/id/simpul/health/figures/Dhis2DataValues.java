package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
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
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a table as DHIS2 takes it at {@code /api/dataValueSets}. A count that was left out is a
 * deletion ({@code deleted}), because DHIS2 keeps what it was sent before: an older value beside
 * the newer ones would give back what was left out. DHIS2 passes over deletions of what it does not
 * have.
 */
public final class Dhis2DataValues {
  private Dhis2DataValues() {}

  /**
   * The data value set of a table's areas, without its total: DHIS2 adds up what lies below a unit,
   * and would count everybody twice.
   *
   * @param table the figures
   * @param mapping what the instance calls things
   * @return a JSON object with {@code dataSet} and {@code dataValues}, counts as strings
   * @throws ValidationException with every area that has no organisation unit, and when the period
   *     is neither a day, nor a month, nor a year
   */
  public static JsonObject of(SuppressedTable table, Dhis2Mapping mapping) {
    return rows(table, table.firstArea(), mapping);
  }

  /**
   * The data value set of a table with its total, for data elements that DHIS2 does not add up
   * (aggregation type {@code NONE}), or whose total belongs to a unit apart.
   *
   * @param table the figures
   * @param mapping what the instance calls things, the area of the total included
   * @return a JSON object with {@code dataSet} and {@code dataValues}, counts as strings
   * @throws ValidationException with every area that has no organisation unit, and when the period
   *     is neither a day, nor a month, nor a year
   */
  public static JsonObject withTotal(SuppressedTable table, Dhis2Mapping mapping) {
    return rows(table, 0, mapping);
  }

  private static JsonObject rows(SuppressedTable table, int first, Dhis2Mapping mapping) {
    List<Violation> violations = new ArrayList<>();
    List<JsonValue> values = new ArrayList<>();
    String period = period(table.period(), violations);
    for (int row = first; row < table.size(); row++) {
      Optional<String> unit = mapping.unit(table.area(row));
      if (unit.isEmpty()) {
        String area = table.area(row).map(RegionCode::code).orElse("the country");
        violations.add(
            new Violation(Violation.REQUIRED, "orgUnits", area + " has no organisation unit"));
      } else {
        add(table, row, Map.of("orgUnit", unit.get(), "period", period), mapping, values);
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
        .forEach((measure, element) -> {
          JsonObject.Builder value = JsonObject.builder().put("dataElement", element);
          new TreeMap<>(place).forEach(value::put);
          if (table.isHidden(row, measure)) {
            values.add(value.put("deleted", JsonBoolean.of(true)).build());
          }
          table
              .count(row, measure)
              .ifPresent(count -> values.add(value.put("value", Long.toString(count)).build()));
        });
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
