package id.simpul.reporting;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.GeoPoint;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are asked for (GeoReport v2, GET Service Requests). Without any filter: those of
 * the last {@link #MAX_SPAN}, at most {@link #MAX_PAGE_SIZE} of them. Filters narrow each other,
 * but ids stand alone: when there are any, the standard has them override every other filter, and
 * {@link Builder#build} drops the others.
 *
 * <p>Changes since an instant, box, circle and pages are extensions. A plain node ignores them, so
 * what it answers may be more than was asked for.
 */
public final class ReportQuery {
  /** The most ids, and the most service codes. */
  public static final int MAX_CODES = 1000;

  /** The longest span from {@link #from()} to {@link #to()} (GeoReport v2). */
  public static final Duration MAX_SPAN = Duration.ofDays(90);

  /** The greatest page number. */
  public static final int MAX_PAGE = 1_000_000;

  /** The largest page (GeoReport v2: the first 1000). */
  public static final int MAX_PAGE_SIZE = 1000;

  /** The greatest radius, in metres. */
  public static final int MAX_RADIUS_METRES = 100_000;

  /** The last days, at most a thousand reports. */
  public static final ReportQuery RECENT = builder().build();

  private final List<ReportId> reportIds;
  private final List<ServiceCode> serviceCodes;
  private final List<ReportStatus> statuses;
  private final @Nullable OffsetDateTime from;
  private final @Nullable OffsetDateTime to;
  private final @Nullable OffsetDateTime updatedAfter;
  private final @Nullable OffsetDateTime updatedBefore;
  private final @Nullable BoundingBox box;
  private final @Nullable GeoPoint centre;
  private final @Nullable Integer radiusMetres;
  private final int page;
  private final int pageSize;
  private final boolean extensions;

  private ReportQuery(Builder b) {
    this.reportIds = List.copyOf(b.reportIds);
    this.serviceCodes = List.copyOf(b.serviceCodes);
    this.statuses = List.copyOf(b.statuses);
    this.from = b.from;
    this.to = b.to;
    this.updatedAfter = b.updatedAfter;
    this.updatedBefore = b.updatedBefore;
    this.box = b.box;
    this.centre = b.centre;
    this.radiusMetres = b.radiusMetres;
    this.page = b.page;
    this.pageSize = b.pageSize;
    this.extensions = b.extensions;
  }

  /**
   * Starts a query without filters.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A query for reports by their ids.
   *
   * @param ids one to {@link #MAX_CODES} ids, without commas
   * @return the query
   * @throws id.simpul.core.ValidationException when there are too many, or one holds a comma
   */
  public static ReportQuery ofIds(List<ReportId> ids) {
    return builder().reportIds(ids).build();
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder().reportIds(reportIds).extensions(extensions);
    b.serviceCodes(serviceCodes).statuses(statuses).page(page).pageSize(pageSize);
    b.from(from).to(to).updatedAfter(updatedAfter).updatedBefore(updatedBefore).box(box);
    b.centre = centre;
    b.radiusMetres = radiusMetres;
    return b;
  }

  /**
   * The ids asked for.
   *
   * @return the ids; when there are any, no other filter applies
   */
  public List<ReportId> reportIds() {
    return reportIds;
  }

  /**
   * The kinds of report asked for.
   *
   * @return the codes, none for all kinds
   */
  public List<ServiceCode> serviceCodes() {
    return serviceCodes;
  }

  /**
   * The statuses asked for.
   *
   * @return the statuses, none for all
   */
  public List<ReportStatus> statuses() {
    return statuses;
  }

  /**
   * The earliest time of filing ({@code start_date}).
   *
   * @return an inclusive bound, or empty
   */
  public Optional<OffsetDateTime> from() {
    return Optional.ofNullable(from);
  }

  /**
   * The latest time of filing ({@code end_date}).
   *
   * @return an inclusive bound, or empty
   */
  public Optional<OffsetDateTime> to() {
    return Optional.ofNullable(to);
  }

  /**
   * The earliest last change.
   *
   * @return an inclusive bound, or empty
   */
  public Optional<OffsetDateTime> updatedAfter() {
    return Optional.ofNullable(updatedAfter);
  }

  /**
   * The latest last change.
   *
   * @return an inclusive bound, or empty
   */
  public Optional<OffsetDateTime> updatedBefore() {
    return Optional.ofNullable(updatedBefore);
  }

  /**
   * The box reports lie in.
   *
   * @return the box, or empty
   */
  public Optional<BoundingBox> box() {
    return Optional.ofNullable(box);
  }

  /**
   * The centre of the circle reports lie in.
   *
   * @return the centre, given exactly when {@link #radiusMetres()} is
   */
  public Optional<GeoPoint> centre() {
    return Optional.ofNullable(centre);
  }

  /**
   * The radius of the circle reports lie in.
   *
   * @return 1 to {@link #MAX_RADIUS_METRES} metres, given exactly when {@link #centre()} is
   */
  public OptionalInt radiusMetres() {
    return radiusMetres == null ? OptionalInt.empty() : OptionalInt.of(radiusMetres);
  }

  /**
   * The page asked for.
   *
   * @return 1 for the first
   */
  public int page() {
    return page;
  }

  /**
   * Reports a page.
   *
   * @return 1 to {@link #MAX_PAGE_SIZE}
   */
  public int pageSize() {
    return pageSize;
  }

  /**
   * Whether the extended members are asked for: detailed status and notes.
   *
   * @return true when they are
   */
  public boolean extensions() {
    return extensions;
  }

  private List<Object> state() {
    return List.of(
        List.of(reportIds, serviceCodes, statuses, page, pageSize, extensions),
        List.of(from(), to(), updatedAfter(), updatedBefore(), box(), centre(), radiusMetres()));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportQuery other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "ReportQuery[page " + page + " of " + pageSize + "]";
  }

  /** Collects a query. Times are cut to whole seconds. Not thread-safe. */
  public static final class Builder {
    private final List<ReportId> reportIds = new ArrayList<>();
    private final List<ServiceCode> serviceCodes = new ArrayList<>();
    private final List<ReportStatus> statuses = new ArrayList<>();
    private @Nullable OffsetDateTime from;
    private @Nullable OffsetDateTime to;
    private @Nullable OffsetDateTime updatedAfter;
    private @Nullable OffsetDateTime updatedBefore;
    private @Nullable BoundingBox box;
    private @Nullable GeoPoint centre;
    private @Nullable Integer radiusMetres;
    private int page = 1;
    private int pageSize = MAX_PAGE_SIZE;
    private boolean extensions;

    private Builder() {}

    /**
     * Only reports with these ids; every other filter is dropped then. Default: any id.
     *
     * @param items at most {@link #MAX_CODES} ids, without commas
     * @return this
     */
    public Builder reportIds(List<ReportId> items) {
      reportIds.clear();
      reportIds.addAll(items);
      return this;
    }

    /**
     * Only reports of these kinds. Default: all kinds.
     *
     * @param items at most {@link #MAX_CODES} codes, without commas
     * @return this
     */
    public Builder serviceCodes(List<ServiceCode> items) {
      serviceCodes.clear();
      serviceCodes.addAll(items);
      return this;
    }

    /**
     * Only reports with one of these statuses. Default: all.
     *
     * @param items {@link ReportStatus#OPEN} and {@link ReportStatus#CLOSED} only
     * @return this
     */
    public Builder statuses(List<ReportStatus> items) {
      statuses.clear();
      statuses.addAll(items);
      return this;
    }

    /**
     * Only reports filed then or later. Default: {@link #MAX_SPAN} before the end.
     *
     * @param value the bound, or null for the default
     * @return this
     */
    public Builder from(@Nullable OffsetDateTime value) {
      this.from = seconds(value);
      return this;
    }

    /**
     * Only reports filed then or earlier. Default: no bound.
     *
     * @param value the bound, or null for the default
     * @return this
     */
    public Builder to(@Nullable OffsetDateTime value) {
      this.to = seconds(value);
      return this;
    }

    /**
     * Only reports that last changed then or later. Default: no bound.
     *
     * @param value the bound, or null for none
     * @return this
     */
    public Builder updatedAfter(@Nullable OffsetDateTime value) {
      this.updatedAfter = seconds(value);
      return this;
    }

    /**
     * Only reports that last changed then or earlier. Default: no bound.
     *
     * @param value the bound, or null for none
     * @return this
     */
    public Builder updatedBefore(@Nullable OffsetDateTime value) {
      this.updatedBefore = seconds(value);
      return this;
    }

    private static @Nullable OffsetDateTime seconds(@Nullable OffsetDateTime value) {
      return value == null ? null : value.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Only reports in a box. Default: anywhere.
     *
     * @param value the box, or null for anywhere
     * @return this
     */
    public Builder box(@Nullable BoundingBox value) {
      this.box = value;
      return this;
    }

    /**
     * Only reports in a circle. Default: anywhere.
     *
     * @param point its centre
     * @param metres its radius, 1 to {@link #MAX_RADIUS_METRES}
     * @return this
     */
    public Builder near(GeoPoint point, int metres) {
      this.centre = Objects.requireNonNull(point, "point");
      this.radiusMetres = metres;
      return this;
    }

    /**
     * The page. Default: the first.
     *
     * @param number 1 for the first, 0 for the same, up to {@link #MAX_PAGE}
     * @return this
     */
    public Builder page(int number) {
      this.page = number == 0 ? 1 : number;
      return this;
    }

    /**
     * Reports a page. Default: {@link #MAX_PAGE_SIZE}.
     *
     * @param reports 1 to {@link #MAX_PAGE_SIZE}
     * @return this
     */
    public Builder pageSize(int reports) {
      this.pageSize = reports;
      return this;
    }

    /**
     * Whether the extended members are asked for. Default: false.
     *
     * @param value true to ask for them
     * @return this
     */
    public Builder extensions(boolean value) {
      this.extensions = value;
      return this;
    }

    /**
     * Everything that is wrong so far, under the names of GeoReport v2.
     *
     * @return the violations; empty when {@link #build} will do
     */
    public List<Violation> violations() {
      Checks checks = new Checks();
      codes(checks, "service_request_id", reportIds.stream().map(ReportId::value).toList());
      codes(checks, "service_code", serviceCodes.stream().map(ServiceCode::value).toList());
      if (!statuses.stream().allMatch(ReportStatus::isKnown)) {
        checks.reject(Violation.CHOICE, "status", "must be open, closed, or both");
      }
      span(checks, "start_date, end_date", from, to, MAX_SPAN);
      span(checks, "updated_after, updated_before", updatedAfter, updatedBefore, null);
      range(checks, "radius", radiusMetres, MAX_RADIUS_METRES);
      range(checks, "page", page, MAX_PAGE);
      range(checks, "page_size", pageSize, MAX_PAGE_SIZE);
      return checks.found();
    }

    private static void codes(Checks checks, String where, List<String> codes) {
      if (codes.size() > MAX_CODES) {
        checks.reject(Violation.LENGTH, where, "at most " + MAX_CODES + " values are allowed");
      }
      if (codes.stream().anyMatch(c -> c.indexOf(',') >= 0)) {
        checks.reject(Violation.TYPE, where, "a comma separates values and cannot be part of one");
      }
    }

    private static void span(
        Checks checks,
        String where,
        @Nullable OffsetDateTime first,
        @Nullable OffsetDateTime last,
        @Nullable Duration max) {
      if (first == null || last == null) {
        return;
      }
      Duration span = Duration.between(first, last);
      if (span.isNegative()) {
        checks.reject(Violation.RANGE, where, "the first must not be after the second");
      } else if (max != null && span.compareTo(max) > 0) {
        checks.reject(Violation.RANGE, where, "at most " + max.toDays() + " days may lie between");
      }
    }

    private static void range(Checks checks, String where, @Nullable Integer value, int max) {
      if (value != null && (value < 1 || value > max)) {
        checks.reject(Violation.RANGE, where, "must lie between 1 and " + max);
      }
    }

    /**
     * Makes the query.
     *
     * @return the immutable value
     * @throws id.simpul.core.ValidationException with every violation, when there is any
     */
    public ReportQuery build() {
      Checks.throwIfAny("ReportQuery", violations());
      if (reportIds.isEmpty()) {
        return new ReportQuery(this);
      }
      return new ReportQuery(new Builder().reportIds(reportIds).extensions(extensions));
    }
  }
}
