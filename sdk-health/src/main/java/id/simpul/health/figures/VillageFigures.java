package id.simpul.health.figures;

import java.util.List;

/**
 * What a file of figures by village holds.
 *
 * @param reports a report a village, unmodifiable
 * @param unplaced the counts of people whose village is not known or lies elsewhere, which no
 *     report has; a measure nobody has is left out
 * @param unplacedRows how many rows these are
 */
public record VillageFigures(List<CaseReport> reports, CaseCounts unplaced, int unplacedRows) {
  /** Copies the reports. */
  public VillageFigures {
    reports = List.copyOf(reports);
  }
}
