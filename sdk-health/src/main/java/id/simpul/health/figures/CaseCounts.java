package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts of some measures. A measure that is not there was not published, which is not zero.
 *
 * @param values the counts, each from -{@link #MAX_COUNT} to {@link #MAX_COUNT}; unmodifiable, in
 *     the order of the measures
 */
public record CaseCounts(Map<CaseMeasure, Long> values) {
  /** The greatest count: what an integer of FHIR R4 holds. */
  public static final long MAX_COUNT = Integer.MAX_VALUE;

  /**
   * Copies and checks the counts.
   *
   * @throws ValidationException with every count beyond the limit
   */
  public CaseCounts {
    Map<CaseMeasure, Long> copy = new EnumMap<>(CaseMeasure.class);
    copy.putAll(values);
    List<Violation> violations = new ArrayList<>();
    copy.forEach((measure, count) -> {
      if (!isCount(count)) {
        violations.add(new Violation(Violation.RANGE, measure.code(), "is at most " + MAX_COUNT));
      }
    });
    if (!violations.isEmpty()) {
      throw new ValidationException("CaseCounts", violations);
    }
    values = Collections.unmodifiableMap(copy);
  }

  /** Whether it is within both limits; the least of all numbers has no absolute value. */
  static boolean isCount(long value) {
    return value >= -MAX_COUNT && value <= MAX_COUNT;
  }

  /**
   * The count of a measure.
   *
   * @param measure a measure
   * @return its count, or empty when it was not published
   */
  public OptionalLong get(CaseMeasure measure) {
    Long count = values.get(measure);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * What these counts are more than others, of the measures both have.
   *
   * @param other counts
   * @return differences, which may be negative
   */
  public CaseCounts minus(CaseCounts other) {
    Map<CaseMeasure, Long> differences = new EnumMap<>(CaseMeasure.class);
    values.forEach((measure, count) ->
        other.get(measure).ifPresent(before -> differences.put(measure, count - before)));
    return new CaseCounts(differences);
  }
}
