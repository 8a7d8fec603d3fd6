package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A number or name by which others know something (section 2.24.0.8). */
public final class Identifier extends Element {
  /** Its type. */
  public static final FhirType<Identifier> TYPE = new FhirType<>("Identifier", Identifier::new);

  private Identifier(JsonObject json) {
    super(json);
  }

  /**
   * A number.
   *
   * @param system the URI of whoever gives it out
   * @param value the number
   * @return the identifier
   */
  public static Identifier of(String system, String value) {
    return builder().system(system).value(value).build();
  }

  /**
   * Whether it is of a system. A slash at the end of the URI makes no difference.
   *
   * @param other the URI of the system
   * @return true when it is
   */
  public boolean isOf(String other) {
    return system().filter(s -> sameSystem(s, other)).isPresent();
  }

  static boolean sameSystem(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String system) {
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }

  @Override
  public FhirType<Identifier> fhirType() {
    return TYPE;
  }

  /** {@return one of usual, official, temp, secondary, old} */
  public Optional<String> use() {
    return string("use");
  }

  /** {@return what kind of number it is} */
  public Optional<CodeableConcept> type() {
    return get("type", CodeableConcept.TYPE);
  }

  /** {@return the URI of whoever gives it out} */
  public Optional<String> system() {
    return string("system");
  }

  /** {@return the number, personal when it is a person's} */
  public Optional<String> value() {
    return string("value");
  }

  /** {@return when it was or is valid} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }

  /** {@return the organization that gave it out} */
  public Optional<Reference> assigner() {
    return get("assigner", Reference.TYPE);
  }

  /**
   * Starts an Identifier.
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
   * Makes an Identifier. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends ElementBuilder<Identifier, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Sets use.
     *
     * @param value one of usual, official, temp, secondary, old
     * @return this
     */
    public Builder use(String value) {
      return set("use", value);
    }

    /**
     * Sets type.
     *
     * @param value what kind of number it is
     * @return this
     */
    public Builder type(CodeableConcept value) {
      return set("type", value);
    }

    /**
     * Sets system.
     *
     * @param value the URI of whoever gives it out
     * @return this
     */
    public Builder system(String value) {
      return set("system", value);
    }

    /**
     * Sets value.
     *
     * @param value the number, personal when it is a person's
     * @return this
     */
    public Builder value(String value) {
      return set("value", value);
    }

    /**
     * Sets period.
     *
     * @param value when it was or is valid
     * @return this
     */
    public Builder period(Period value) {
      return set("period", value);
    }

    /**
     * Sets assigner.
     *
     * @param value the organization that gave it out
     * @return this
     */
    public Builder assigner(Reference value) {
      return set("assigner", value);
    }
  }
}
