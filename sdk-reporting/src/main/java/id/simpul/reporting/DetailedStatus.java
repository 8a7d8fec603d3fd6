package id.simpul.reporting;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a {@link Report} stands, finer than {@link ReportStatus} ({@code detailed_status} of the
 * extended attributes). An open list: a code this version does not know is kept and written back.
 *
 * @param code the word on the wire
 */
public record DetailedStatus(String code) {
  /** Filed, nobody has begun. */
  public static final DetailedStatus SUBMITTED = new DetailedStatus("submitted");

  /** Somebody works on it. */
  public static final DetailedStatus IN_PROGRESS = new DetailedStatus("in_progress");

  /** The work is done and waits for verification, so the report is still open. */
  public static final DetailedStatus RESOLVED = new DetailedStatus("resolved");

  /** Verified and done with. */
  public static final DetailedStatus CLOSED = new DetailedStatus("closed");

  // The one place where our states meet the two of GeoReport v2.
  private static final Map<DetailedStatus, ReportStatus> ON_THE_WIRE =
      Map.of(
          SUBMITTED, ReportStatus.OPEN,
          IN_PROGRESS, ReportStatus.OPEN,
          RESOLVED, ReportStatus.OPEN,
          CLOSED, ReportStatus.CLOSED);

  /** Checks that there is a code. */
  public DetailedStatus {
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
    return ON_THE_WIRE.containsKey(this);
  }

  /**
   * What a plain GeoReport client sees of this state.
   *
   * @return open or closed, or empty for a code this version does not know: such a code moves
   *     nothing
   */
  public Optional<ReportStatus> reportStatus() {
    return Optional.ofNullable(ON_THE_WIRE.get(this));
  }

  @Override
  public String toString() {
    return code;
  }
}
