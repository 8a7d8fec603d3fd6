package id.simpul.reporting;

import java.util.Objects;
import java.util.Set;

/**
 * Whether a {@link Report} is being worked on: all that GeoReport v2 says. An open list: a code
 * this version does not know is kept and written back.
 *
 * @param code the word on the wire
 */
public record ReportStatus(String code) {
  /** It has been filed and is not done with. */
  public static final ReportStatus OPEN = new ReportStatus("open");

  /** It is done with. */
  public static final ReportStatus CLOSED = new ReportStatus("closed");

  private static final Set<ReportStatus> KNOWN = Set.of(OPEN, CLOSED);

  /** Checks that there is a code. */
  public ReportStatus {
    if (Objects.requireNonNull(code, "code").isBlank()) {
      throw new IllegalArgumentException("A code is not blank");
    }
  }

  /**
   * Whether this version knows the code.
   *
   * @return true for the constants of this class
   */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
