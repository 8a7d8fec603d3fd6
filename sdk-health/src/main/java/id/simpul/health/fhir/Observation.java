package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Annotation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A measurement or finding (section 10.1). */
public final class Observation extends Resource {
  /** Its type. */
  public static final FhirType<Observation> TYPE = type("Observation", Observation::new);

  private Observation(Examined examined) {
    super(examined);
  }

  /**
   * Starts an Observation.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  @Override
  public FhirType<Observation> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return one of registered, preliminary, final, amended, corrected, cancelled and two more} */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return what kind of observation it is} */
  public List<CodeableConcept> category() {
    return list("category", CodeableConcept.TYPE);
  }

  /** {@return what was observed} */
  public Optional<CodeableConcept> code() {
    return get("code", CodeableConcept.TYPE);
  }

  /** {@return of whom or what} */
  public Optional<Reference> subject() {
    return get("subject", Reference.TYPE);
  }

  /** {@return the encounter it belongs to} */
  public Optional<Reference> encounter() {
    return get("encounter", Reference.TYPE);
  }

  /** {@return when it was true} */
  public Optional<FhirDateTime> effectiveDateTime() {
    return dateTime("effectiveDateTime");
  }

  /** {@return from when to when it was true} */
  public Optional<Period> effectivePeriod() {
    return get("effectivePeriod", Period.TYPE);
  }

  /** {@return when this version was made known} */
  public Optional<FhirInstant> issued() {
    return instant("issued");
  }

  /** {@return who observed} */
  public List<Reference> performer() {
    return list("performer", Reference.TYPE);
  }

  /** {@return the result, an amount} */
  public Optional<Quantity> valueQuantity() {
    return get("valueQuantity", Quantity.TYPE);
  }

  /** {@return the result, a concept} */
  public Optional<CodeableConcept> valueCodeableConcept() {
    return get("valueCodeableConcept", CodeableConcept.TYPE);
  }

  /** {@return the result, a text} */
  public Optional<String> valueString() {
    return string("valueString");
  }

  /** {@return the result, a boolean} */
  public Optional<Boolean> valueBoolean() {
    return flag("valueBoolean");
  }

  /** {@return the result, a whole number} */
  public Optional<Integer> valueInteger() {
    return integer("valueInteger");
  }

  /** {@return the result, a date and time} */
  public Optional<FhirDateTime> valueDateTime() {
    return dateTime("valueDateTime");
  }

  /** {@return why there is no result} */
  public Optional<CodeableConcept> dataAbsentReason() {
    return get("dataAbsentReason", CodeableConcept.TYPE);
  }

  /** {@return what the result means} */
  public List<CodeableConcept> interpretation() {
    return list("interpretation", CodeableConcept.TYPE);
  }

  /** {@return notes} */
  public List<Annotation> note() {
    return list("note", Annotation.TYPE);
  }

  /** {@return the parts of the result} */
  public List<Component> component() {
    return list("component", Component.TYPE);
  }

  /** A part of a result. */
  public static final class Component extends Element {
    /** Its type. */
    public static final FhirType<Component> TYPE =
        new FhirType<>("Observation.component", Component::new);

    private Component(JsonObject json) {
      super(json);
    }

    /**
     * An amount.
     *
     * @param code what was observed
     * @param value the result
     * @return the component
     */
    public static Component of(CodeableConcept code, Quantity value) {
      return ElementBuilder.of(TYPE).set("code", code).set("valueQuantity", value).build();
    }

    @Override
    public FhirType<Component> fhirType() {
      return TYPE;
    }

    /** {@return what was observed} */
    public Optional<CodeableConcept> code() {
      return get("code", CodeableConcept.TYPE);
    }

    /** {@return the result, an amount} */
    public Optional<Quantity> valueQuantity() {
      return get("valueQuantity", Quantity.TYPE);
    }

    /** {@return the result, a concept} */
    public Optional<CodeableConcept> valueCodeableConcept() {
      return get("valueCodeableConcept", CodeableConcept.TYPE);
    }

    /** {@return the result, a text} */
    public Optional<String> valueString() {
      return string("valueString");
    }

    /** {@return why there is no result} */
    public Optional<CodeableConcept> dataAbsentReason() {
      return get("dataAbsentReason", CodeableConcept.TYPE);
    }
  }

  /**
   * Makes an Observation. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Observation, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to identifier.
     *
     * @param value numbers others know it by
     * @return this
     */
    public Builder addIdentifier(Identifier value) {
      return add("identifier", value);
    }

    /**
     * Sets status.
     *
     * @param value one of registered, preliminary, final, amended, corrected, cancelled and two
     *     more
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Adds to category.
     *
     * @param value what kind of observation it is
     * @return this
     */
    public Builder addCategory(CodeableConcept value) {
      return add("category", value);
    }

    /**
     * Sets code.
     *
     * @param value what was observed
     * @return this
     */
    public Builder code(CodeableConcept value) {
      return set("code", value);
    }

    /**
     * Sets subject.
     *
     * @param value of whom or what
     * @return this
     */
    public Builder subject(Reference value) {
      return set("subject", value);
    }

    /**
     * Sets encounter.
     *
     * @param value the encounter it belongs to
     * @return this
     */
    public Builder encounter(Reference value) {
      return set("encounter", value);
    }

    /**
     * Sets effectiveDateTime.
     *
     * @param value when it was true
     * @return this
     */
    public Builder effectiveDateTime(FhirDateTime value) {
      return set("effectiveDateTime", value);
    }

    /**
     * Sets effectivePeriod.
     *
     * @param value from when to when it was true
     * @return this
     */
    public Builder effectivePeriod(Period value) {
      return set("effectivePeriod", value);
    }

    /**
     * Sets issued.
     *
     * @param value when this version was made known
     * @return this
     */
    public Builder issued(FhirInstant value) {
      return set("issued", value);
    }

    /**
     * Adds to performer.
     *
     * @param value who observed
     * @return this
     */
    public Builder addPerformer(Reference value) {
      return add("performer", value);
    }

    /**
     * Sets valueQuantity.
     *
     * @param value the result, an amount
     * @return this
     */
    public Builder valueQuantity(Quantity value) {
      return set("valueQuantity", value);
    }

    /**
     * Sets valueCodeableConcept.
     *
     * @param value the result, a concept
     * @return this
     */
    public Builder valueCodeableConcept(CodeableConcept value) {
      return set("valueCodeableConcept", value);
    }

    /**
     * Sets valueString.
     *
     * @param value the result, a text
     * @return this
     */
    public Builder valueString(String value) {
      return set("valueString", value);
    }

    /**
     * Sets valueBoolean.
     *
     * @param value the result, a boolean
     * @return this
     */
    public Builder valueBoolean(boolean value) {
      return set("valueBoolean", value);
    }

    /**
     * Sets valueInteger.
     *
     * @param value the result, a whole number
     * @return this
     */
    public Builder valueInteger(int value) {
      return set("valueInteger", value);
    }

    /**
     * Sets valueDateTime.
     *
     * @param value the result, a date and time
     * @return this
     */
    public Builder valueDateTime(FhirDateTime value) {
      return set("valueDateTime", value);
    }

    /**
     * Sets dataAbsentReason.
     *
     * @param value why there is no result
     * @return this
     */
    public Builder dataAbsentReason(CodeableConcept value) {
      return set("dataAbsentReason", value);
    }

    /**
     * Adds to interpretation.
     *
     * @param value what the result means
     * @return this
     */
    public Builder addInterpretation(CodeableConcept value) {
      return add("interpretation", value);
    }

    /**
     * Adds to note.
     *
     * @param value notes
     * @return this
     */
    public Builder addNote(Annotation value) {
      return add("note", value);
    }

    /**
     * Adds to component.
     *
     * @param value the parts of the result
     * @return this
     */
    public Builder addComponent(Component value) {
      return add("component", value);
    }
  }
}
