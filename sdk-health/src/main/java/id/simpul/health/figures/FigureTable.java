package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports of one period that are published together: the areas of a larger one and, if it is
 * published with them, the larger one itself. Immutable; it shows every count, so what is handed to
 * the public goes through {@link #suppress}.
 */
public final class FigureTable {
  /** The most areas. */
  public static final int MAX_AREAS = 1_000;

  private final @Nullable CaseReport whole;
  private final List<CaseReport> parts;

  private FigureTable(@Nullable CaseReport whole, List<CaseReport> parts) {
    this.whole = whole;
    this.parts = parts;
  }

  /**
   * A table with its total.
   *
   * @param whole the larger area
   * @param parts areas right below it, each once; at least one and at most {@link #MAX_AREAS}
   * @return the table
   * @throws ValidationException with every report that is of another period or kind, lies
   *     elsewhere, comes twice or has a negative count
   */
  public static FigureTable of(CaseReport whole, Collection<CaseReport> parts) {
    List<Violation> violations = new ArrayList<>();
    nonNegative(whole, "whole", violations);
    int position = 0;
    for (CaseReport part : parts) {
      Optional<RegionCode> above = part.area().flatMap(RegionCode::parent);
      if (part.area().isEmpty() || !above.equals(whole.area())) {
        violations.add(
            new Violation(
                Violation.CONFLICT, "parts[" + position + "]", "lies right below the whole"));
      }
      position++;
    }
    return checked(whole, parts, violations);
  }

  /**
   * A table without a total.
   *
   * @param parts areas, each once and none within another, so that none is a sum of others; at
   *     least one and at most {@link #MAX_AREAS}
   * @return the table
   * @throws ValidationException with every report that is of another period or kind, comes twice,
   *     lies within the area of another, has a code of another scheme or edition than the first, or
   *     has a negative count
   */
  public static FigureTable withoutTotal(Collection<CaseReport> parts) {
    List<Violation> violations = new ArrayList<>();
    if (parts.size() <= MAX_AREAS) {
      apart(parts, violations);
    }
    return checked(null, parts, violations);
  }

  /** An area and what lies in it are a total and its part, which only {@link #of} protects. */
  private static void apart(Collection<CaseReport> parts, List<Violation> violations) {
    Set<Optional<RegionCode>> areas = new HashSet<>();
    parts.forEach(part -> areas.add(part.area()));
    Optional<RegionCode> first = parts.stream().findFirst().flatMap(CaseReport::area);
    int position = 0;
    for (CaseReport part : parts) {
      String where = "parts[" + position++ + "]";
      if (liesInOneOf(areas, part.area())) {
        violations.add(
            new Violation(
                Violation.CONFLICT, where, "lies in the area of another; give that as the whole"));
      } else if (!sameCodes(first, part.area())) {
        violations.add(
            new Violation(
                Violation.CONFLICT, where, "has a code of the first one's scheme and edition"));
      }
    }
  }

  private static boolean liesInOneOf(Set<Optional<RegionCode>> areas, Optional<RegionCode> area) {
    Optional<RegionCode> above = area;
    boolean lies = false;
    while (!lies && above.isPresent()) {
      above = above.flatMap(RegionCode::parent);
      lies = areas.contains(above);
    }
    return lies;
  }

  // Of codes that differ so nobody can say whether one lies within the other.
  private static boolean sameCodes(Optional<RegionCode> one, Optional<RegionCode> other) {
    return one.isEmpty()
        || other.isEmpty()
        || (one.get().scheme() == other.get().scheme()
            && one.get().edition().equals(other.get().edition()));
  }

  private static FigureTable checked(
      @Nullable CaseReport whole, Collection<CaseReport> parts, List<Violation> violations) {
    if (parts.isEmpty() || parts.size() > MAX_AREAS) {
      violations.add(
          new Violation(Violation.LENGTH, "parts", "has 1 to " + MAX_AREAS + " entries"));
      throw new ValidationException("FigureTable", violations);
    }
    CaseReport first = whole == null ? parts.iterator().next() : whole;
    Set<Optional<RegionCode>> seen = new HashSet<>();
    int position = 0;
    for (CaseReport part : parts) {
      String where = "parts[" + position++ + "]";
      nonNegative(part, where, violations);
      if (!part.period().equals(first.period()) || part.kind() != first.kind()) {
        violations.add(new Violation(Violation.CONFLICT, where, "is of the same period and kind"));
      }
      if (!seen.add(part.area())) {
        violations.add(new Violation(Violation.CONFLICT, where, "is of an area that came before"));
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("FigureTable", violations);
    }
    // The order of areas must not decide what is suppressed.
    List<CaseReport> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparing(part -> part.area().map(RegionCode::code).orElse("")));
    return new FigureTable(whole, List.copyOf(sorted));
  }

  private static void nonNegative(CaseReport report, String where, List<Violation> violations) {
    if (report.counts().values().values().stream().anyMatch(count -> count < 0)) {
      violations.add(
          new Violation(Violation.RANGE, where, "has no negative count; publish it cumulative"));
    }
  }

  /**
   * The table with small counts left out, and with as many others as it takes that no count left
   * out can be computed from those that stand.
   *
   * @param k the smallest count above 0 that is shown, {@link SuppressedTable#MIN_K} to {@link
   *     SuppressedTable#MAX_K}
   * @return what may be published
   * @throws ValidationException when {@code k} is beyond its limits
   */
  public SuppressedTable suppress(int k) {
    return SuppressedTable.of(this, k);
  }

  /**
   * The table with every count, for those who are entitled to see them. The name is loud so that a
   * search finds every place that publishes so.
   *
   * @return the table, nothing left out
   */
  public SuppressedTable revealAll() {
    return SuppressedTable.unsuppressed(this);
  }

  /** All rows, the total first if there is one. */
  List<CaseReport> rows() {
    List<CaseReport> rows = new ArrayList<>();
    if (whole != null) {
      rows.add(whole);
    }
    rows.addAll(parts);
    return List.copyOf(rows);
  }

  boolean hasTotal() {
    return whole != null;
  }
}
