package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a {@link Report} ({@code notes} of the extensions). {@code toString}
 * shows time and type only.
 */
public final class ReportNote {
  private final @Nullable OffsetDateTime at;
  private final @Nullable String type;
  private final @Nullable String summary;
  private final @Nullable String description;
  private final JsonObject extra;

  private ReportNote(Builder b) {
    this.at = b.at;
    this.type = b.type;
    this.summary = b.summary;
    this.description = b.description;
    this.extra = b.extra;
  }

  /**
   * Starts a note.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.at = at;
    b.type = type;
    b.summary = summary;
    b.description = description;
    b.extra = extra;
    return b;
  }

  /**
   * When it happened.
   *
   * @return whole seconds, or empty
   */
  public Optional<OffsetDateTime> at() {
    return Optional.ofNullable(at);
  }

  /**
   * What kind of happening it is, in the node's words.
   *
   * @return a word such as {@code status_change}, or empty
   */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /**
   * What happened, in short.
   *
   * @return a text for people, or empty
   */
  public Optional<String> summary() {
    return Optional.ofNullable(summary);
  }

  /**
   * What happened.
   *
   * @return a text for people, or empty
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
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
    return List.of(at(), type(), summary(), description(), extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportNote other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "ReportNote[" + at + ", " + type + "]";
  }

  /** Collects a note. Not thread-safe. */
  public static final class Builder {
    private @Nullable OffsetDateTime at;
    private @Nullable String type;
    private @Nullable String summary;
    private @Nullable String description;
    private JsonObject extra = JsonObject.EMPTY;

    private Builder() {}

    /**
     * When it happened. Default: unknown.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder at(@Nullable OffsetDateTime value) {
      this.at = value == null ? null : value.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /**
     * What kind of happening it is. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder type(@Nullable String value) {
      this.type = Texts.orNull(value);
      return this;
    }

    /**
     * What happened, in short. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder summary(@Nullable String value) {
      this.summary = Texts.orNull(value);
      return this;
    }

    /**
     * What happened. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder description(@Nullable String value) {
      this.description = Texts.orNull(value);
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
    public ReportNote build() {
      return new ReportNote(this);
    }
  }
}
