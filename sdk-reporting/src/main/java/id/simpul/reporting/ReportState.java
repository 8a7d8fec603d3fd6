package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Where a report stands after an officer's command. */
public final class ReportState {
  private final ReportId reportId;
  private final ReportStatus status;
  private final DetailedStatus detailedStatus;
  private final OffsetDateTime updatedAt;
  private final JsonObject extra;

  private ReportState(Builder b) {
    this.reportId = b.reportId;
    this.status = b.status;
    this.detailedStatus = b.detailedStatus;
    this.updatedAt = b.updatedAt;
    this.extra = b.extra;
  }

  /**
   * Starts a state.
   *
   * @param reportId the report's id
   * @param status what a plain GeoReport client sees
   * @param detailedStatus where it stands
   * @param updatedAt when it came to stand there
   * @return a builder
   */
  public static Builder builder(
      ReportId reportId,
      ReportStatus status,
      DetailedStatus detailedStatus,
      OffsetDateTime updatedAt) {
    return new Builder(reportId, status, detailedStatus, updatedAt);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(reportId, status, detailedStatus, updatedAt);
    b.extra = extra;
    return b;
  }

  /**
   * The report.
   *
   * @return its id
   */
  public ReportId reportId() {
    return reportId;
  }

  /**
   * What a plain GeoReport client sees.
   *
   * @return open or closed
   */
  public ReportStatus status() {
    return status;
  }

  /**
   * Where it stands.
   *
   * @return the state
   */
  public DetailedStatus detailedStatus() {
    return detailedStatus;
  }

  /**
   * When it came to stand there.
   *
   * @return whole seconds, with offset
   */
  public OffsetDateTime updatedAt() {
    return updatedAt;
  }

  /**
   * Members this version does not know, as they came. Written back as they are, unless they carry a
   * name this version writes itself.
   *
   * @return the members, possibly none
   */
  public JsonObject extra() {
    return extra;
  }

  private List<Object> state() {
    return List.of(reportId, status, detailedStatus, updatedAt, extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportState other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "ReportState[" + reportId + ", " + detailedStatus + "]";
  }

  /** Collects a state. Not thread-safe. */
  public static final class Builder {
    private final ReportId reportId;
    private final ReportStatus status;
    private final DetailedStatus detailedStatus;
    private final OffsetDateTime updatedAt;
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(
        ReportId reportId,
        ReportStatus status,
        DetailedStatus detailedStatus,
        OffsetDateTime updatedAt) {
      this.reportId = Objects.requireNonNull(reportId, "reportId");
      this.status = Objects.requireNonNull(status, "status");
      this.detailedStatus = Objects.requireNonNull(detailedStatus, "detailedStatus");
      this.updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Members this version does not know. Default: none.
     *
     * @param value the members
     * @return this
     */
    public Builder extra(JsonObject value) {
      this.extra = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the immutable value
     */
    public ReportState build() {
      return new ReportState(this);
    }
  }
}
