package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Optional;

/** A place to live, visit or write to (section 2.24.0.12). */
public final class Address extends Element {
  /** Its type. */
  public static final FhirType<Address> TYPE = new FhirType<>("Address", Address::new);

  private Address(JsonObject json) {
    super(json);
  }

  @Override
  public FhirType<Address> fhirType() {
    return TYPE;
  }

  /** {@return one of home, work, temp, old, billing} */
  public Optional<String> use() {
    return string("use");
  }

  /** {@return one of postal, physical, both} */
  public Optional<String> type() {
    return string("type");
  }

  /** {@return the whole address} */
  public Optional<String> text() {
    return string("text");
  }

  /** {@return street, number and the like, in order} */
  public List<String> line() {
    return strings("line");
  }

  /** {@return the city} */
  public Optional<String> city() {
    return string("city");
  }

  /** {@return the district} */
  public Optional<String> district() {
    return string("district");
  }

  /** {@return the province} */
  public Optional<String> state() {
    return string("state");
  }

  /** {@return the postal code} */
  public Optional<String> postalCode() {
    return string("postalCode");
  }

  /** {@return the country, ISO 3166} */
  public Optional<String> country() {
    return string("country");
  }

  /** {@return when it was or is in use} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }

  /**
   * Starts an Address.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with its extensions and what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  /**
   * Makes an Address. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends ElementBuilder<Address, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Sets use.
     *
     * @param value one of home, work, temp, old, billing
     * @return this
     */
    public Builder use(String value) {
      return set("use", value);
    }

    /**
     * Sets type.
     *
     * @param value one of postal, physical, both
     * @return this
     */
    public Builder type(String value) {
      return set("type", value);
    }

    /**
     * Sets text.
     *
     * @param value the whole address
     * @return this
     */
    public Builder text(String value) {
      return set("text", value);
    }

    /**
     * Adds to line.
     *
     * @param value street, number and the like, in order
     * @return this
     */
    public Builder addLine(String value) {
      return add("line", value);
    }

    /**
     * Sets city.
     *
     * @param value the city
     * @return this
     */
    public Builder city(String value) {
      return set("city", value);
    }

    /**
     * Sets district.
     *
     * @param value the district
     * @return this
     */
    public Builder district(String value) {
      return set("district", value);
    }

    /**
     * Sets state.
     *
     * @param value the province
     * @return this
     */
    public Builder state(String value) {
      return set("state", value);
    }

    /**
     * Sets postalCode.
     *
     * @param value the postal code
     * @return this
     */
    public Builder postalCode(String value) {
      return set("postalCode", value);
    }

    /**
     * Sets country.
     *
     * @param value the country, ISO 3166
     * @return this
     */
    public Builder country(String value) {
      return set("country", value);
    }

    /**
     * Sets period.
     *
     * @param value when it was or is in use
     * @return this
     */
    public Builder period(Period value) {
      return set("period", value);
    }
  }
}
