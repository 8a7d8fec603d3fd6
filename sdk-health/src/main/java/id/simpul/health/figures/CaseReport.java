package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a publisher said of one area and period in one revision. Immutable. */
public final class CaseReport {
  private final @Nullable RegionCode area;
  private final ReportPeriod period;
  private final CountKind kind;
  private final Instant publishedAt;
  private final int revision;
  private final CaseCounts counts;

  private CaseReport(Builder b, Instant publishedAt, CaseCounts counts) {
    this.area = b.area;
    this.period = b.period;
    this.kind = b.kind;
    this.publishedAt = publishedAt;
    this.revision = b.revision;
    this.counts = counts;
  }

  /**
   * Starts a report about the whole country, if no area is set.
   *
   * @param period the days
   * @param kind what the counts count from
   * @return a builder; time of publication and counts must be given
   */
  public static Builder builder(ReportPeriod period, CountKind kind) {
    return new Builder(period, kind);
  }

  /**
   * The area.
   *
   * @return a region, or empty for the whole country
   */
  public Optional<RegionCode> area() {
    return Optional.ofNullable(area);
  }

  /**
   * The days.
   *
   * @return the period
   */
  public ReportPeriod period() {
    return period;
  }

  /**
   * What the counts count from.
   *
   * @return cumulative or daily
   */
  public CountKind kind() {
    return kind;
  }

  /**
   * When it was published, or fetched where the publisher does not say.
   *
   * @return the time
   */
  public Instant publishedAt() {
    return publishedAt;
  }

  /**
   * How often the publisher has said something of this area and period.
   *
   * @return 1 or more
   */
  public int revision() {
    return revision;
  }

  /**
   * The counts.
   *
   * @return at least one
   */
  public CaseCounts counts() {
    return counts;
  }

  /** The same report as another revision. */
  CaseReport withRevision(int number) {
    return builder(period, kind)
        .area(area)
        .publishedAt(publishedAt)
        .counts(counts)
        .revision(number)
        .build();
  }

  private List<Object> state() {
    return List.of(area(), period, kind, publishedAt, revision, counts);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CaseReport other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  /** All but the counts, which may be small enough to point at somebody. */
  @Override
  public String toString() {
    return "CaseReport[" + area + ", " + period + ", " + kind + ", revision " + revision + "]";
  }

  /** Collects a report. Not thread-safe. */
  public static final class Builder {
    private final ReportPeriod period;
    private final CountKind kind;
    private @Nullable RegionCode area;
    private @Nullable Instant publishedAt;
    private int revision = 1;
    private @Nullable CaseCounts counts;

    private Builder(ReportPeriod period, CountKind kind) {
      this.period = Objects.requireNonNull(period, "period");
      this.kind = Objects.requireNonNull(kind, "kind");
    }

    /**
     * Sets the area.
     *
     * @param value a region, or null for the whole country
     * @return this
     */
    public Builder area(@Nullable RegionCode value) {
      area = value;
      return this;
    }

    /**
     * Sets when it was published.
     *
     * @param value the time
     * @return this
     */
    public Builder publishedAt(Instant value) {
      publishedAt = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the revision; 1 if not set.
     *
     * @param value 1 or more
     * @return this
     */
    public Builder revision(int value) {
      revision = value;
      return this;
    }

    /**
     * Sets the counts.
     *
     * @param value at least one; not negative when they are cumulative
     * @return this
     */
    public Builder counts(CaseCounts value) {
      counts = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes the report.
     *
     * @return the immutable report
     * @throws ValidationException with everything that is missing or out of range
     */
    public CaseReport build() {
      List<Violation> violations = new ArrayList<>();
      if (publishedAt == null) {
        violations.add(new Violation(Violation.REQUIRED, "publishedAt", "is missing"));
      }
      if (counts == null || counts.values().isEmpty()) {
        violations.add(new Violation(Violation.REQUIRED, "counts", "has at least one entry"));
      } else if (kind == CountKind.CUMULATIVE) {
        counts.values().entrySet().stream()
            .filter(count -> count.getValue() < 0)
            .forEach(count ->
                violations.add(
                    new Violation(Violation.RANGE, count.getKey().code(), "is 0 or more in all")));
      }
      if (revision < 1) {
        violations.add(new Violation(Violation.RANGE, "revision", "is 1 or more"));
      }
      if (!violations.isEmpty() || publishedAt == null || counts == null) {
        throw new ValidationException("CaseReport", violations);
      }
      return new CaseReport(this, publishedAt, counts);
    }
  }
}
