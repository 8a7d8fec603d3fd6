package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of report a node takes: a pothole, a dark street light (GeoReport v2, GET Service List).
 */
public final class Service {
  private final ServiceCode code;
  private final String name;
  private final @Nullable String description;
  private final boolean metadata;
  private final ServiceType type;
  private final List<String> keywords;
  private final List<String> groups;
  private final JsonObject extra;

  private Service(Builder b) {
    this.code = b.code;
    this.name = b.name;
    this.description = b.description;
    this.metadata = b.metadata;
    this.type = b.type;
    this.keywords = List.copyOf(b.keywords);
    this.groups = List.copyOf(b.groups);
    this.extra = b.extra;
  }

  /**
   * Starts a service.
   *
   * @param code its code, unique at the node
   * @param name its name for people
   * @return a builder
   */
  public static Builder builder(ServiceCode code, String name) {
    return new Builder(code, name);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(code, name);
    b.description = description;
    b.metadata = metadata;
    b.type = type;
    b.keywords.addAll(keywords);
    b.groups.addAll(groups);
    b.extra = extra;
    return b;
  }

  /**
   * Its code.
   *
   * @return unique at the node
   */
  public ServiceCode code() {
    return code;
  }

  /**
   * Its name for people.
   *
   * @return in the language of the node
   */
  public String name() {
    return name;
  }

  /**
   * What it is for.
   *
   * @return a text for people, or empty
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * Whether there is a {@link ServiceDefinition} with questions to answer.
   *
   * @return true when {@code metadata} is
   */
  public boolean metadata() {
    return metadata;
  }

  /**
   * How submissions are answered.
   *
   * @return {@link ServiceType#REALTIME} where the node does not say
   */
  public ServiceType type() {
    return type;
  }

  /**
   * Words to find it by.
   *
   * @return the words, possibly none
   */
  public List<String> keywords() {
    return keywords;
  }

  /**
   * The groups it is shown in, the main one first ({@code group}).
   *
   * @return the groups, possibly none
   */
  public List<String> groups() {
    return groups;
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
    return List.of(code, name, description(), metadata, type, keywords, groups, extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Service other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Service[" + code + "]";
  }

  /** Collects a service. Not thread-safe. */
  public static final class Builder {
    private final ServiceCode code;
    private final String name;
    private @Nullable String description;
    private boolean metadata;
    private ServiceType type = ServiceType.REALTIME;
    private final List<String> keywords = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(ServiceCode code, String name) {
      this.code = Objects.requireNonNull(code, "code");
      this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * What it is for. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder description(@Nullable String value) {
      this.description = Texts.orNull(value);
      return this;
    }

    /**
     * Whether there is a {@link ServiceDefinition}. Default: false.
     *
     * @param value whether it is so
     * @return this
     */
    public Builder metadata(boolean value) {
      this.metadata = value;
      return this;
    }

    /**
     * How submissions are answered. Default: {@link ServiceType#REALTIME}.
     *
     * @param value the value
     * @return this
     */
    public Builder type(ServiceType value) {
      this.type = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Words to find it by; one that holds a comma becomes several on the wire. Default: none.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder keywords(List<String> items) {
      keywords.clear();
      keywords.addAll(items);
      return this;
    }

    /**
     * The groups it is shown in, the main one first. Default: none.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder groups(List<String> items) {
      groups.clear();
      groups.addAll(items);
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
    public Service build() {
      return new Service(this);
    }
  }
}
