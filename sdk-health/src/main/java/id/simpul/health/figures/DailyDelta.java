package id.simpul.health.figures;

import java.time.LocalDate;
import java.util.Set;

/**
 * What was added to cumulative counts since each was published before.
 *
 * @param day the day of the later counts
 * @param days how many days lie between the two; 1 unless counts are missing
 * @param added what was added, negative where an earlier figure was too high
 * @param decreases the measures that went down, which cumulative ones should not; unmodifiable
 */
public record DailyDelta(LocalDate day, int days, CaseCounts added, Set<CaseMeasure> decreases) {
  /** Copies the measures. */
  public DailyDelta {
    decreases = Set.copyOf(decreases);
  }
}
