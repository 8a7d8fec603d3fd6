package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Optional;

/** A name of a person (section 2.24.0.11). */
public final class HumanName extends Element {
  /** Its type. */
  public static final FhirType<HumanName> TYPE = new FhirType<>("HumanName", HumanName::new);

  private HumanName(JsonObject json) {
    super(json);
  }

  /**
   * An official name, written as one text.
   *
   * @param text the whole name
   * @return the name
   */
  public static HumanName official(String text) {
    return builder().use("official").text(text).build();
  }

  @Override
  public FhirType<HumanName> fhirType() {
    return TYPE;
  }

  /** {@return one of usual, official, temp, nickname, anonymous, old, maiden} */
  public Optional<String> use() {
    return string("use");
  }

  /** {@return the whole name} */
  public Optional<String> text() {
    return string("text");
  }

  /** {@return the family name} */
  public Optional<String> family() {
    return string("family");
  }

  /** {@return the given names, in order} */
  public List<String> given() {
    return strings("given");
  }

  /** {@return what stands before the name, in order} */
  public List<String> prefix() {
    return strings("prefix");
  }

  /** {@return what stands after the name, in order} */
  public List<String> suffix() {
    return strings("suffix");
  }

  /** {@return when it was or is in use} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }

  /**
   * Starts a HumanName.
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
   * Makes a HumanName. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends ElementBuilder<HumanName, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Sets use.
     *
     * @param value one of usual, official, temp, nickname, anonymous, old, maiden
     * @return this
     */
    public Builder use(String value) {
      return set("use", value);
    }

    /**
     * Sets text.
     *
     * @param value the whole name
     * @return this
     */
    public Builder text(String value) {
      return set("text", value);
    }

    /**
     * Sets family.
     *
     * @param value the family name
     * @return this
     */
    public Builder family(String value) {
      return set("family", value);
    }

    /**
     * Adds to given.
     *
     * @param value the given names, in order
     * @return this
     */
    public Builder addGiven(String value) {
      return add("given", value);
    }

    /**
     * Adds to prefix.
     *
     * @param value what stands before the name, in order
     * @return this
     */
    public Builder addPrefix(String value) {
      return add("prefix", value);
    }

    /**
     * Adds to suffix.
     *
     * @param value what stands after the name, in order
     * @return this
     */
    public Builder addSuffix(String value) {
      return add("suffix", value);
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
