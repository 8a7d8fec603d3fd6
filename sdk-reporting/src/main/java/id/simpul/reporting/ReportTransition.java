package id.simpul.reporting;

import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An officer's command to move a report on. Whether the move is allowed is for the node to say.
 * {@code toString} does not show the note.
 */
public final class ReportTransition {
  /** The most characters of {@link #note()}. */
  public static final int MAX_NOTE_LENGTH = 4000;

  private final ReportId reportId;
  private final DetailedStatus status;
  private final @Nullable String note;

  private ReportTransition(Builder b) {
    this.reportId = b.reportId;
    this.status = b.status;
    this.note = b.note;
  }

  /**
   * Starts a command.
   *
   * @param reportId the report to move
   * @param status where it shall stand
   * @return a builder
   */
  public static Builder builder(ReportId reportId, DetailedStatus status) {
    return new Builder(reportId, status);
  }

  /**
   * The report to move.
   *
   * @return its id
   */
  public ReportId reportId() {
    return reportId;
  }

  /**
   * Where it shall stand.
   *
   * @return the state
   */
  public DetailedStatus status() {
    return status;
  }

  /**
   * What the officer says about it; everybody may read it with the report.
   *
   * @return a text for people, or empty
   */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  private List<Object> state() {
    return List.of(reportId, status, note());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportTransition other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "ReportTransition[" + reportId + " to " + status + "]";
  }

  /** Collects a command. Not thread-safe. */
  public static final class Builder {
    private final ReportId reportId;
    private final DetailedStatus status;
    private @Nullable String note;

    private Builder(ReportId reportId, DetailedStatus status) {
      this.reportId = Objects.requireNonNull(reportId, "reportId");
      this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * What the officer says about it. Default: nothing.
     *
     * @param value a text everybody may read, or null for none
     * @return this
     */
    public Builder note(@Nullable String value) {
      this.note = Texts.orNull(value);
      return this;
    }

    /**
     * Everything that is wrong so far, under the names on the wire.
     *
     * @return the violations; empty when {@link #build} will do
     */
    public List<Violation> violations() {
      Checks checks = new Checks();
      if (!status.isKnown()) {
        checks.reject(
            Violation.CHOICE, "/status", "must be submitted, in_progress, resolved or closed");
      }
      checks.text("/note", note, MAX_NOTE_LENGTH);
      return checks.found();
    }

    /**
     * Makes the command.
     *
     * @return the immutable value
     * @throws id.simpul.core.ValidationException with every violation, when there is any
     */
    public ReportTransition build() {
      Checks.throwIfAny("ReportTransition", violations());
      return new ReportTransition(this);
    }
  }
}
