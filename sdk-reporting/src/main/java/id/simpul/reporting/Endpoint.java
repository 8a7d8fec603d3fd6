package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One place where a node can be reached, as its {@link Discovery} lists it. */
public final class Endpoint {
  /** The {@link #specification()} of GeoReport v2. */
  public static final String GEOREPORT_V2 = "http://wiki.open311.org/GeoReport_v2";

  /** A {@link #type()}: reports filed here are worked on. */
  public static final String PRODUCTION = "production";

  /** A {@link #type()}: reports filed here are not worked on. */
  public static final String TEST = "test";

  private final URI url;
  private final String specification;
  private final String changeset;
  private final String type;
  private final List<String> formats;
  private final JsonObject extra;

  private Endpoint(Builder b) {
    this.url = b.url;
    this.specification = b.specification;
    this.changeset = b.changeset;
    this.type = b.type;
    this.formats = List.copyOf(b.formats);
    this.extra = b.extra;
  }

  /**
   * Starts an endpoint.
   *
   * @param url the base URL of its operations
   * @return a builder
   */
  public static Builder builder(URI url) {
    return new Builder(url);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(url);
    b.specification = specification;
    b.changeset = changeset;
    b.type = type;
    b.formats.addAll(formats);
    b.extra = extra;
    return b;
  }

  /**
   * Where its operations stand.
   *
   * @return the base URL, as given
   */
  public URI url() {
    return url;
  }

  /**
   * The standard it keeps, by URL.
   *
   * @return for GeoReport v2 {@link #GEOREPORT_V2}
   */
  public String specification() {
    return specification;
  }

  /**
   * Its version, usually a date.
   *
   * @return any text
   */
  public String changeset() {
    return changeset;
  }

  /**
   * Whether it is in earnest.
   *
   * @return {@link #PRODUCTION}, {@link #TEST}, or a word of the node's own
   */
  public String type() {
    return type;
  }

  /**
   * The media types it speaks.
   *
   * @return for example {@code text/xml}, possibly none
   */
  public List<String> formats() {
    return formats;
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
    return List.of(url, specification, changeset, type, formats, extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Endpoint other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Endpoint[" + url + "]";
  }

  /** Collects an endpoint. Not thread-safe. */
  public static final class Builder {
    private final URI url;
    private String specification = GEOREPORT_V2;
    private String changeset = "";
    private String type = PRODUCTION;
    private final List<String> formats = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(URI url) {
      this.url = Objects.requireNonNull(url, "url");
    }

    /**
     * The standard it keeps. Default: {@link #GEOREPORT_V2}.
     *
     * @param value the value
     * @return this
     */
    public Builder specification(String value) {
      this.specification = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Its version, usually a date. Default: an empty text.
     *
     * @param value the value
     * @return this
     */
    public Builder changeset(String value) {
      this.changeset = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Whether it is in earnest. Default: {@link #PRODUCTION}.
     *
     * @param value the value
     * @return this
     */
    public Builder type(String value) {
      this.type = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The media types it speaks. Default: none.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder formats(List<String> items) {
      formats.clear();
      formats.addAll(items);
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
    public Endpoint build() {
      return new Endpoint(this);
    }
  }
}
