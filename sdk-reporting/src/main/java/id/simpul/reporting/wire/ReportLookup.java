package id.simpul.reporting.wire;

import id.simpul.reporting.ReportId;
import java.util.Objects;

/**
 * Which report is asked for.
 *
 * @param reportId its id
 * @param extensions whether the extended members are asked for: detailed status and notes
 */
public record ReportLookup(ReportId reportId, boolean extensions) {
  /** Checks that there is an id. */
  public ReportLookup {
    Objects.requireNonNull(reportId, "reportId");
  }
}
