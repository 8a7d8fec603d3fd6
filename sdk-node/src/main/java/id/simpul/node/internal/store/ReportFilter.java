package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reports to list: those that meet every condition given, newest first by the time they were
 * requested, those of one instant in the reverse order of their arrival. Immutable.
 */
public final class ReportFilter {
  /** The most reports in one answer. */
  public static final int MAX_LIMIT = 1000;

  /** The most public ids, service codes or closed statuses in one filter. */
  public static final int MAX_VALUES = 1000;

  private final Set<String> publicIds;
  private final Set<String> serviceCodes;
  private final Span requested;
  private final Span updated;
  private final @Nullable Status status;
  private final @Nullable BoundingBox box;
  private final int limit;
  private final int offset;

  private ReportFilter(Builder builder) {
    this.publicIds = bounded("public ids", builder.publicIds);
    this.serviceCodes = bounded("service codes", builder.serviceCodes);
    this.requested = builder.requested;
    this.updated = builder.updated;
    this.status = builder.status;
    this.box = builder.box;
    this.limit = builder.limit;
    this.offset = builder.offset;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("A limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
    if (offset < 0) {
      throw new IllegalArgumentException("An offset is 0 or more, not " + offset);
    }
  }

  private static Set<String> bounded(String name, Set<String> values) {
    if (values.size() > MAX_VALUES) {
      throw new IllegalArgumentException(
          "At most " + MAX_VALUES + " " + name + ", not " + values.size());
    }
    return Set.copyOf(values);
  }

  /**
   * A time span, both ends included.
   *
   * @param from its start, or null when it has none
   * @param to its end, or null when it has none
   */
  public record Span(@Nullable Instant from, @Nullable Instant to) {
    /** The span without ends. */
    public static final Span ANY = new Span(null, null);
  }

  /**
   * Open or closed, as the caller draws the line.
   *
   * @param closed true for closed reports, false for open ones
   * @param closedStatuses the statuses that count as closed
   */
  public record Status(boolean closed, Set<String> closedStatuses) {
    /** Copies the set. */
    public Status {
      closedStatuses = bounded("closed statuses", closedStatuses);
    }
  }

  /**
   * Starts a filter that lets everything through, {@value #MAX_LIMIT} at a time.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The public ids asked for.
   *
   * @return an unmodifiable set, empty for any
   */
  public Set<String> publicIds() {
    return publicIds;
  }

  /**
   * The service codes asked for.
   *
   * @return an unmodifiable set, empty for any
   */
  public Set<String> serviceCodes() {
    return serviceCodes;
  }

  /**
   * When the report was requested.
   *
   * @return the span
   */
  public Span requested() {
    return requested;
  }

  /**
   * When the latest status was set.
   *
   * @return the span
   */
  public Span updated() {
    return updated;
  }

  /**
   * Open or closed.
   *
   * @return the condition, or empty for either
   */
  public Optional<Status> status() {
    return Optional.ofNullable(status);
  }

  /**
   * Where the report is about; one without a place is in no box.
   *
   * @return the box, or empty for anywhere
   */
  public Optional<BoundingBox> box() {
    return Optional.ofNullable(box);
  }

  /**
   * The most reports to return.
   *
   * @return 1 to {@value #MAX_LIMIT}
   */
  public int limit() {
    return limit;
  }

  /**
   * How many reports to pass over first.
   *
   * @return 0 or more
   */
  public int offset() {
    return offset;
  }

  /** Collects the conditions; a later value replaces an earlier one. Not thread-safe. */
  public static final class Builder {
    private Set<String> publicIds = Set.of();
    private Set<String> serviceCodes = Set.of();
    private Span requested = Span.ANY;
    private Span updated = Span.ANY;
    private @Nullable Status status;
    private @Nullable BoundingBox box;
    private int limit = MAX_LIMIT;
    private int offset;

    private Builder() {}

    /**
     * Only these reports. Default: any.
     *
     * @param publicIds at most {@value #MAX_VALUES}; none means any
     * @return this
     */
    public Builder publicIds(Iterable<String> publicIds) {
      this.publicIds = set(publicIds);
      return this;
    }

    /**
     * Only these services. Default: any.
     *
     * @param serviceCodes at most {@value #MAX_VALUES}; none means any
     * @return this
     */
    public Builder serviceCodes(Iterable<String> serviceCodes) {
      this.serviceCodes = set(serviceCodes);
      return this;
    }

    /**
     * Only reports requested in a span. Default: at any time.
     *
     * @param from its start, included, or null when it has none
     * @param to its end, included, or null when it has none
     * @return this
     */
    public Builder requested(@Nullable Instant from, @Nullable Instant to) {
      this.requested = new Span(from, to);
      return this;
    }

    /**
     * Only reports whose latest status was set in a span. Default: at any time.
     *
     * @param from its start, included, or null when it has none
     * @param to its end, included, or null when it has none
     * @return this
     */
    public Builder updated(@Nullable Instant from, @Nullable Instant to) {
      this.updated = new Span(from, to);
      return this;
    }

    /**
     * Only closed or only open reports. Default: either.
     *
     * @param closed true for closed reports, false for open ones
     * @param closedStatuses the statuses that count as closed
     * @return this
     */
    public Builder status(boolean closed, Set<String> closedStatuses) {
      this.status = new Status(closed, closedStatuses);
      return this;
    }

    /**
     * Only reports about a place in a box. Default: anywhere.
     *
     * @param box the box
     * @return this
     */
    public Builder within(BoundingBox box) {
      this.box = Objects.requireNonNull(box, "box");
      return this;
    }

    /**
     * One page of the answer. Default: the first {@value #MAX_LIMIT}.
     *
     * @param limit the most reports to return, 1 to {@value #MAX_LIMIT}
     * @param offset how many to pass over first, 0 or more
     * @return this
     */
    public Builder page(int limit, int offset) {
      this.limit = limit;
      this.offset = offset;
      return this;
    }

    /**
     * Makes the filter.
     *
     * @return the immutable filter
     */
    public ReportFilter build() {
      return new ReportFilter(this);
    }

    private static Set<String> set(Iterable<String> values) {
      Set<String> set = new LinkedHashSet<>();
      values.forEach(set::add);
      return set;
    }
  }
}
