package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A table as it may be published. Counts from 1 to k - 1 are left out, because they can point at
 * people; zero is shown.
 *
 * <p>What is promised: with all the counts that stand, the total of each measure over the areas,
 * {@code confirmed = active + recovered + deaths} in each row, and the knowledge that whatever was
 * left out is 1 or more, no count that was left out is determined: each could be another number of
 * 1 or more. What is not promised: that it cannot be narrowed down, or computed with another table
 * of the same figures. Immutable.
 */
public final class SuppressedTable {
  /** The least k: with 2, everybody would know that what was left out is 1. */
  public static final int MIN_K = 3;

  /** The greatest k. */
  public static final int MAX_K = 1_000;

  private final FigureTable table;
  private final List<Set<CaseMeasure>> hidden;

  private SuppressedTable(FigureTable table, List<Set<CaseMeasure>> hidden) {
    this.table = table;
    this.hidden = hidden;
  }

  static SuppressedTable of(FigureTable table, int k) {
    if (k < MIN_K || k > MAX_K) {
      throw new ValidationException(
          "SuppressedTable",
          List.of(new Violation(Violation.RANGE, "k", "is " + MIN_K + " to " + MAX_K)));
    }
    return hiding(table, new CellProtection(table, k).hidden());
  }

  static SuppressedTable unsuppressed(FigureTable table) {
    Set<CaseMeasure> none = EnumSet.noneOf(CaseMeasure.class);
    return hiding(table, table.rows().stream().map(row -> none).toList());
  }

  static SuppressedTable hiding(FigureTable table, List<Set<CaseMeasure>> hidden) {
    return new SuppressedTable(table, hidden);
  }

  /**
   * How many rows there are, the total included.
   *
   * @return at least one
   */
  public int size() {
    return hidden.size();
  }

  /**
   * The area of a row.
   *
   * @param row 0 to {@link #size()} - 1; the total comes first, then areas by their codes
   * @return a region, or empty for the whole country
   */
  public Optional<RegionCode> area(int row) {
    return report(row).area();
  }

  /**
   * The days all rows are about.
   *
   * @return the period
   */
  public ReportPeriod period() {
    return report(0).period();
  }

  /** The number of the first area: what comes before is the total. */
  int firstArea() {
    return table.hasTotal() ? 1 : 0;
  }

  /** The report of a row, with the counts that were left out. */
  CaseReport report(int row) {
    return table.rows().get(row);
  }

  /**
   * A count.
   *
   * @param row 0 to {@link #size()} - 1; the total comes first, then areas by their codes
   * @param measure a measure
   * @return the count, or empty when it was left out or never was there; see {@link #isHidden}
   */
  public OptionalLong count(int row, CaseMeasure measure) {
    return isHidden(row, measure) ? OptionalLong.empty() : report(row).counts().get(measure);
  }

  /**
   * Whether a count was left out.
   *
   * @param row 0 to {@link #size()} - 1
   * @param measure a measure
   * @return false for one that is shown, and for one that never was there
   */
  public boolean isHidden(int row, CaseMeasure measure) {
    return hidden.get(row).contains(measure);
  }

  /** How many counts were left out, and no count. */
  @Override
  public String toString() {
    int cells = hidden.stream().mapToInt(Set::size).sum();
    return "SuppressedTable[" + size() + " rows, " + cells + " counts left out]";
  }
}
