package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a node tells about itself (GeoReport v2, GET Service Discovery). */
public final class Discovery {
  private final String changeset;
  private final String contact;
  private final String keyService;
  private final List<Endpoint> endpoints;
  private final JsonObject extra;

  private Discovery(Builder b) {
    this.changeset = b.changeset;
    this.contact = b.contact;
    this.keyService = b.keyService;
    this.endpoints = List.copyOf(b.endpoints);
    this.extra = b.extra;
  }

  /**
   * Starts a discovery document.
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
    b.changeset = changeset;
    b.contact = contact;
    b.keyService = keyService;
    b.endpoints.addAll(endpoints);
    b.extra = extra;
    return b;
  }

  /**
   * The version of this document, usually a date.
   *
   * @return any text
   */
  public String changeset() {
    return changeset;
  }

  /**
   * How to reach the people behind the node.
   *
   * @return any text
   */
  public String contact() {
    return contact;
  }

  /**
   * How to get an API key.
   *
   * @return any text
   */
  public String keyService() {
    return keyService;
  }

  /**
   * Where the node can be reached.
   *
   * @return the endpoints, possibly none
   */
  public List<Endpoint> endpoints() {
    return endpoints;
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
    return List.of(changeset, contact, keyService, endpoints, extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Discovery other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Discovery" + endpoints;
  }

  /** Collects a discovery document. Not thread-safe. */
  public static final class Builder {
    private String changeset = "";
    private String contact = "";
    private String keyService = "";
    private final List<Endpoint> endpoints = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder() {}

    /**
     * The version of this document, usually a date. Default: an empty text.
     *
     * @param value the value
     * @return this
     */
    public Builder changeset(String value) {
      this.changeset = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How to reach the people behind the node. Default: an empty text.
     *
     * @param value the value
     * @return this
     */
    public Builder contact(String value) {
      this.contact = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How to get an API key. Default: an empty text.
     *
     * @param value the value
     * @return this
     */
    public Builder keyService(String value) {
      this.keyService = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Where the node can be reached. Default: nowhere.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder endpoints(List<Endpoint> items) {
      endpoints.clear();
      endpoints.addAll(items);
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
    public Discovery build() {
      return new Discovery(this);
    }
  }
}
