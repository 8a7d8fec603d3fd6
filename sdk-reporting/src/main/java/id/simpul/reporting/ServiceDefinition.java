package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The questions of one {@link Service} (GeoReport v2, GET Service Definition). */
public final class ServiceDefinition {
  private final ServiceCode serviceCode;
  private final List<Attribute> attributes;
  private final JsonObject extra;

  private ServiceDefinition(Builder b) {
    this.serviceCode = b.serviceCode;
    this.attributes = List.copyOf(b.attributes);
    this.extra = b.extra;
  }

  /**
   * Starts a definition.
   *
   * @param serviceCode the service's code
   * @return a builder
   */
  public static Builder builder(ServiceCode serviceCode) {
    return new Builder(serviceCode);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(serviceCode);
    b.attributes.addAll(attributes);
    b.extra = extra;
    return b;
  }

  /**
   * The service.
   *
   * @return its code
   */
  public ServiceCode serviceCode() {
    return serviceCode;
  }

  /**
   * The questions.
   *
   * @return as the node orders them, possibly none
   */
  public List<Attribute> attributes() {
    return attributes;
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
    return List.of(serviceCode, attributes, extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ServiceDefinition other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "ServiceDefinition[" + serviceCode + "]";
  }

  /** Collects a definition. Not thread-safe. */
  public static final class Builder {
    private final ServiceCode serviceCode;
    private final List<Attribute> attributes = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(ServiceCode serviceCode) {
      this.serviceCode = Objects.requireNonNull(serviceCode, "serviceCode");
    }

    /**
     * The questions. Default: none.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder attributes(List<Attribute> items) {
      attributes.clear();
      attributes.addAll(items);
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
    public ServiceDefinition build() {
      return new ServiceDefinition(this);
    }
  }
}
