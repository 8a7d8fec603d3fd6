package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.value.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the file of cumulative figures by kelurahan that Jakarta published for each day from 2020
 * on. It has a row a kelurahan with the Kemendagri code in {@code ID_KEL}, mostly without its dots,
 * and rows for people of other places, which have words or nothing there. Columns are found by
 * their names; others are passed over.
 */
public final class JakartaVillageCsv {
  private static final String CODE = "ID_KEL";
  private static final String VILLAGE = "[0-9]{10}";
  private static final String DOTTED_VILLAGE = "[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}";
  private static final String WITH_DIGITS = "(?s).*\\p{Nd}.*";
  private static final String COUNT = "-?[0-9]{1,12}";
  private static final String SELF_ISOLATION = "SELF ISOLATION";
  private static final Map<String, CaseMeasure> MEASURES =
      Map.of(
          "POSITIF",
          CaseMeasure.CONFIRMED,
          "DIRAWAT",
          CaseMeasure.ACTIVE,
          SELF_ISOLATION,
          CaseMeasure.ACTIVE,
          "SEMBUH",
          CaseMeasure.RECOVERED,
          "MENINGGAL",
          CaseMeasure.DEATHS);

  private final LocalDate day;
  private final Instant publishedAt;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<CaseReport> reports = new ArrayList<>();
  private final Set<RegionCode> seen = new HashSet<>();
  private final Map<CaseMeasure, Long> unplaced = new EnumMap<>(CaseMeasure.class);
  private int unplacedRows;

  private JakartaVillageCsv(LocalDate day, Instant publishedAt) {
    this.day = day;
    this.publishedAt = publishedAt;
  }

  /**
   * Reads one file.
   *
   * @param in UTF-8, at most 8 MiB and 20,000 rows; read to its end, not closed
   * @param day the day it is about, which only its name says
   * @param publishedAt when it was published or fetched
   * @return a report a kelurahan, of codes of 2019
   * @throws FormatException when a column is missing, a count is no number, digits are no village's
   *     code or a village comes twice; names the row
   * @throws IOException when the stream fails
   */
  public static VillageFigures read(InputStream in, LocalDate day, Instant publishedAt)
      throws IOException {
    JakartaVillageCsv reader = new JakartaVillageCsv(day, publishedAt);
    List<List<String>> rows = CsvRows.read(in);
    if (rows.isEmpty()) {
      throw new FormatException("row 1", "the document is empty");
    }
    reader.header(rows.get(0));
    for (int row = 1; row < rows.size(); row++) {
      reader.row(rows.get(row), "row " + (row + 1));
    }
    return new VillageFigures(reader.reports, reader.unplaced(), reader.unplacedRows);
  }

  private void header(List<String> names) throws FormatException {
    for (int column = 0; column < names.size(); column++) {
      columns.putIfAbsent(names.get(column).trim().toUpperCase(Locale.ROOT), column);
    }
    for (String needed : List.of(CODE, "POSITIF", "DIRAWAT", "SEMBUH", "MENINGGAL")) {
      if (!columns.containsKey(needed)) {
        throw new FormatException("row 1", "column " + needed + " is missing");
      }
    }
  }

  private void row(List<String> row, String where) throws FormatException {
    Map<CaseMeasure, Long> counts = new EnumMap<>(CaseMeasure.class);
    for (Map.Entry<String, CaseMeasure> measure : MEASURES.entrySet()) {
      String field = field(row, measure.getKey());
      if (!field.isEmpty()) {
        counts.merge(measure.getValue(), count(field, where), Long::sum);
      }
    }
    String code = field(row, CODE);
    if (code.matches(DOTTED_VILLAGE)) {
      code = code.replace(".", "");
    }
    boolean placed = code.matches(VILLAGE);
    if (!placed && code.matches(WITH_DIGITS)) {
      // A spreadsheet's "3171011001.0" is a village all the same, and not people of elsewhere.
      throw new FormatException(where, "the code is not that of a village");
    }
    if (!placed) {
      unplacedRows++;
      counts.forEach((measure, count) -> unplaced.merge(measure, count, Long::sum));
    } else if (!counts.isEmpty()) {
      village(code, counts, where);
    }
  }

  private void village(String code, Map<CaseMeasure, Long> counts, String where)
      throws FormatException {
    String dotted =
        String.join(
            ".",
            code.substring(0, 2),
            code.substring(2, 4),
            code.substring(4, 6),
            code.substring(6));
    if (code.charAt(0) == '0') {
      throw new FormatException(where, "no village has this code");
    }
    RegionCode area = new RegionCode(RegionCode.Scheme.KEMENDAGRI, Provinces.EDITION, dotted);
    if (!seen.add(area)) {
      throw new FormatException(where, "a village comes twice");
    }
    CaseReport.Builder report = CountsReader.day(day, CountKind.CUMULATIVE).area(area);
    reports.add(CountsReader.build(where, report.publishedAt(publishedAt), counts));
  }

  private CaseCounts unplaced() throws FormatException {
    try {
      return new CaseCounts(unplaced);
    } catch (ValidationException e) {
      throw new FormatException("rows without a village", "their sum is too great", e);
    }
  }

  private String field(List<String> row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.size() ? "" : row.get(at).trim();
  }

  private static long count(String field, String where) throws FormatException {
    if (!field.matches(COUNT)) {
      throw new FormatException(where, "a count is not a whole number");
    }
    return Long.parseLong(field);
  }
}
