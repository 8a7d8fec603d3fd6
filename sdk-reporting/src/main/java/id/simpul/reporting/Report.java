package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as anyone may see it (GeoReport v2, GET Service Request). Who filed it is never part of
 * it. Times have whole seconds; a finer one is cut when the report is built. {@code toString} shows
 * the id and the status, because what citizens write may be personal.
 */
public final class Report {
  private final ReportId id;
  private final ReportStatus status;
  private final ServiceCode serviceCode;
  private final OffsetDateTime requestedAt;
  private final @Nullable String serviceName;
  private final @Nullable String statusNotes;
  private final @Nullable String description;
  private final @Nullable String agencyResponsible;
  private final @Nullable String serviceNotice;
  private final @Nullable OffsetDateTime updatedAt;
  private final @Nullable OffsetDateTime expectedAt;
  private final Location location;
  private final @Nullable String zipcode;
  private final @Nullable String mediaUrl;
  private final @Nullable DetailedStatus detailedStatus;
  private final List<ReportAttribute> attributes;
  private final List<ReportNote> notes;
  private final JsonObject extra;

  private Report(Builder b) {
    this.id = b.id;
    this.status = b.status;
    this.serviceCode = b.serviceCode;
    this.requestedAt = b.requestedAt;
    this.serviceName = b.serviceName;
    this.statusNotes = b.statusNotes;
    this.description = b.description;
    this.agencyResponsible = b.agencyResponsible;
    this.serviceNotice = b.serviceNotice;
    this.updatedAt = b.updatedAt;
    this.expectedAt = b.expectedAt;
    this.location = b.location;
    this.zipcode = b.zipcode;
    this.mediaUrl = b.mediaUrl;
    this.detailedStatus = b.detailedStatus;
    this.attributes = List.copyOf(b.attributes);
    this.notes = List.copyOf(b.notes);
    this.extra = b.extra;
  }

  /**
   * Starts a report.
   *
   * @param id its id, unique at the node
   * @param status whether it is being worked on
   * @param serviceCode the code of its service
   * @param requestedAt when it was filed
   * @return a builder
   */
  public static Builder builder(
      ReportId id, ReportStatus status, ServiceCode serviceCode, OffsetDateTime requestedAt) {
    return new Builder(id, status, serviceCode, requestedAt);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(id, status, serviceCode, requestedAt);
    b.serviceName = serviceName;
    b.statusNotes = statusNotes;
    b.description = description;
    b.agencyResponsible = agencyResponsible;
    b.serviceNotice = serviceNotice;
    b.updatedAt = updatedAt;
    b.expectedAt = expectedAt;
    b.location = location;
    b.zipcode = zipcode;
    b.mediaUrl = mediaUrl;
    b.detailedStatus = detailedStatus;
    b.attributes.addAll(attributes);
    b.notes.addAll(notes);
    b.extra = extra;
    return b;
  }

  /**
   * Its id.
   *
   * @return unique at the node
   */
  public ReportId id() {
    return id;
  }

  /**
   * Whether it is being worked on.
   *
   * @return the status
   */
  public ReportStatus status() {
    return status;
  }

  /**
   * What kind of report it is.
   *
   * @return the code of its service
   */
  public ServiceCode serviceCode() {
    return serviceCode;
  }

  /**
   * When it was filed.
   *
   * @return whole seconds, with the offset the node wrote
   */
  public OffsetDateTime requestedAt() {
    return requestedAt;
  }

  /**
   * The name of its service.
   *
   * @return a name for people, or empty
   */
  public Optional<String> serviceName() {
    return Optional.ofNullable(serviceName);
  }

  /**
   * Why the status is what it is.
   *
   * @return a text for people, or empty
   */
  public Optional<String> statusNotes() {
    return Optional.ofNullable(statusNotes);
  }

  /**
   * What was reported.
   *
   * @return the citizen's words, or empty
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * Who works on it.
   *
   * @return the name of an agency, or empty
   */
  public Optional<String> agencyResponsible() {
    return Optional.ofNullable(agencyResponsible);
  }

  /**
   * What will be done about it.
   *
   * @return a text for people, or empty
   */
  public Optional<String> serviceNotice() {
    return Optional.ofNullable(serviceNotice);
  }

  /**
   * When it last changed; for a closed report, when it was closed.
   *
   * @return whole seconds, or empty
   */
  public Optional<OffsetDateTime> updatedAt() {
    return Optional.ofNullable(updatedAt);
  }

  /**
   * When it should be done with.
   *
   * @return whole seconds, or empty
   */
  public Optional<OffsetDateTime> expectedAt() {
    return Optional.ofNullable(expectedAt);
  }

  /**
   * Where it is.
   *
   * @return the place, {@link Location#UNKNOWN} when nothing is said
   */
  public Location location() {
    return location;
  }

  /**
   * The postal code of the place.
   *
   * @return a code, or empty
   */
  public Optional<String> zipcode() {
    return Optional.ofNullable(zipcode);
  }

  /**
   * Where a picture or another medium can be fetched.
   *
   * @return what the node wrote, not checked to be a URL, or empty
   */
  public Optional<String> mediaUrl() {
    return Optional.ofNullable(mediaUrl);
  }

  /**
   * Where it stands, finer than {@link #status()}; given when extensions were asked for.
   *
   * @return the state, or empty
   */
  public Optional<DetailedStatus> detailedStatus() {
    return Optional.ofNullable(detailedStatus);
  }

  /**
   * What was answered to the questions of its service; given when extensions are asked for.
   *
   * @return the answers, in the node's order, possibly none
   */
  public List<ReportAttribute> attributes() {
    return attributes;
  }

  /**
   * What has happened to it; given when extensions were asked for.
   *
   * @return the notes, in the node's order, possibly none
   */
  public List<ReportNote> notes() {
    return notes;
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
    return List.of(
        id,
        status,
        serviceCode,
        requestedAt,
        serviceName(),
        statusNotes(),
        description(),
        agencyResponsible(),
        serviceNotice(),
        updatedAt(),
        expectedAt(),
        location,
        zipcode(),
        mediaUrl(),
        detailedStatus(),
        attributes,
        notes,
        extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Report other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Report[" + id + ", " + status + "]";
  }

  /** Collects a report. Not thread-safe. */
  public static final class Builder {
    private final ReportId id;
    private final ReportStatus status;
    private final ServiceCode serviceCode;
    private final OffsetDateTime requestedAt;
    private @Nullable String serviceName;
    private @Nullable String statusNotes;
    private @Nullable String description;
    private @Nullable String agencyResponsible;
    private @Nullable String serviceNotice;
    private @Nullable OffsetDateTime updatedAt;
    private @Nullable OffsetDateTime expectedAt;
    private Location location = Location.UNKNOWN;
    private @Nullable String zipcode;
    private @Nullable String mediaUrl;
    private @Nullable DetailedStatus detailedStatus;
    private final List<ReportAttribute> attributes = new ArrayList<>();
    private final List<ReportNote> notes = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(
        ReportId id, ReportStatus status, ServiceCode serviceCode, OffsetDateTime requestedAt) {
      this.id = Objects.requireNonNull(id, "id");
      this.status = Objects.requireNonNull(status, "status");
      this.serviceCode = Objects.requireNonNull(serviceCode, "serviceCode");
      this.requestedAt = requestedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The name of its service. Default: none.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder serviceName(@Nullable String value) {
      this.serviceName = Texts.orNull(value);
      return this;
    }

    /**
     * Why the status is what it is. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder statusNotes(@Nullable String value) {
      this.statusNotes = Texts.orNull(value);
      return this;
    }

    /**
     * What was reported. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder description(@Nullable String value) {
      this.description = Texts.orNull(value);
      return this;
    }

    /**
     * Who works on it. Default: nobody is named.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder agencyResponsible(@Nullable String value) {
      this.agencyResponsible = Texts.orNull(value);
      return this;
    }

    /**
     * What will be done about it. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder serviceNotice(@Nullable String value) {
      this.serviceNotice = Texts.orNull(value);
      return this;
    }

    /**
     * When it last changed. Default: unknown.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder updatedAt(@Nullable OffsetDateTime value) {
      this.updatedAt = value == null ? null : value.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /**
     * When it should be done with. Default: unknown.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder expectedAt(@Nullable OffsetDateTime value) {
      this.expectedAt = value == null ? null : value.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /**
     * Where it is. Default: {@link Location#UNKNOWN}.
     *
     * @param value the value
     * @return this
     */
    public Builder location(Location value) {
      this.location = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The postal code of the place. Default: none.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder zipcode(@Nullable String value) {
      this.zipcode = Texts.orNull(value);
      return this;
    }

    /**
     * Where a picture can be fetched. Default: nowhere.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder mediaUrl(@Nullable String value) {
      this.mediaUrl = Texts.orNull(value);
      return this;
    }

    /**
     * Where it stands, finer than the status. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder detailedStatus(@Nullable DetailedStatus value) {
      this.detailedStatus = value;
      return this;
    }

    /**
     * What was answered to the questions of its service. Default: nothing.
     *
     * @param items the answers
     * @return this
     */
    public Builder attributes(List<ReportAttribute> items) {
      attributes.clear();
      attributes.addAll(items);
      return this;
    }

    /**
     * What has happened to it. Default: nothing is said.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder notes(List<ReportNote> items) {
      notes.clear();
      notes.addAll(items);
      return this;
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
    public Report build() {
      return new Report(this);
    }
  }
}
