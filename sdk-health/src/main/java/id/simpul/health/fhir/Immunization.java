package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Annotation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A dose of a vaccine, given or not (section 11.5). */
public final class Immunization extends Resource {
  /** Its type. */
  public static final FhirType<Immunization> TYPE = type("Immunization", Immunization::new);

  /** The dose was given. */
  public static final String COMPLETED = "completed";

  /** The dose was not given. */
  public static final String NOT_DONE = "not-done";

  /** The record is wrong. */
  public static final String ENTERED_IN_ERROR = "entered-in-error";

  private Immunization(Examined examined) {
    super(examined);
  }

  /**
   * Starts an Immunization.
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
  public FhirType<Immunization> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return one of {@link #COMPLETED}, {@link #NOT_DONE}, {@link #ENTERED_IN_ERROR}} */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return why it was not given} */
  public Optional<CodeableConcept> statusReason() {
    return get("statusReason", CodeableConcept.TYPE);
  }

  /** {@return what was given: product, group, CVX} */
  public Optional<CodeableConcept> vaccineCode() {
    return get("vaccineCode", CodeableConcept.TYPE);
  }

  /** {@return who was vaccinated} */
  public Optional<Reference> patient() {
    return get("patient", Reference.TYPE);
  }

  /** {@return the encounter it belongs to} */
  public Optional<Reference> encounter() {
    return get("encounter", Reference.TYPE);
  }

  /** {@return when it was given} */
  public Optional<FhirDateTime> occurrenceDateTime() {
    return dateTime("occurrenceDateTime");
  }

  /** {@return when it was given, in words} */
  public Optional<String> occurrenceString() {
    return string("occurrenceString");
  }

  /** {@return when it was first written down} */
  public Optional<FhirDateTime> recorded() {
    return dateTime("recorded");
  }

  /** {@return whether whoever gave it says so} */
  public Optional<Boolean> primarySource() {
    return flag("primarySource");
  }

  /** {@return who says so, when it was not who gave it} */
  public Optional<CodeableConcept> reportOrigin() {
    return get("reportOrigin", CodeableConcept.TYPE);
  }

  /** {@return where it was given} */
  public Optional<Reference> location() {
    return get("location", Reference.TYPE);
  }

  /** {@return who made the vaccine} */
  public Optional<Reference> manufacturer() {
    return get("manufacturer", Reference.TYPE);
  }

  /** {@return the lot, as on the vial} */
  public Optional<String> lotNumber() {
    return string("lotNumber");
  }

  /** {@return when the vaccine expires} */
  public Optional<FhirDate> expirationDate() {
    return date("expirationDate");
  }

  /** {@return where in the body} */
  public Optional<CodeableConcept> site() {
    return get("site", CodeableConcept.TYPE);
  }

  /** {@return how it entered the body} */
  public Optional<CodeableConcept> route() {
    return get("route", CodeableConcept.TYPE);
  }

  /** {@return how much was given} */
  public Optional<Quantity> doseQuantity() {
    return get("doseQuantity", Quantity.TYPE);
  }

  /** {@return who gave it} */
  public List<Performer> performer() {
    return list("performer", Performer.TYPE);
  }

  /** {@return notes} */
  public List<Annotation> note() {
    return list("note", Annotation.TYPE);
  }

  /** {@return why it was given} */
  public List<CodeableConcept> reasonCode() {
    return list("reasonCode", CodeableConcept.TYPE);
  }

  /** {@return which dose of which series it was} */
  public List<ProtocolApplied> protocolApplied() {
    return list("protocolApplied", ProtocolApplied.TYPE);
  }

  /** Who gave a dose, or had a part in it. */
  public static final class Performer extends Element {
    /** Its type. */
    public static final FhirType<Performer> TYPE =
        new FhirType<>("Immunization.performer", Performer::new);

    private Performer(JsonObject json) {
      super(json);
    }

    /**
     * A person or facility.
     *
     * @param function what they did
     * @param actor who
     * @return the performer
     */
    public static Performer of(CodeableConcept function, Reference actor) {
      return ElementBuilder.of(TYPE).set("function", function).set("actor", actor).build();
    }

    @Override
    public FhirType<Performer> fhirType() {
      return TYPE;
    }

    /** {@return what they did} */
    public Optional<CodeableConcept> function() {
      return get("function", CodeableConcept.TYPE);
    }

    /** {@return who} */
    public Optional<Reference> actor() {
      return get("actor", Reference.TYPE);
    }
  }

  /** Which dose of which series. */
  public static final class ProtocolApplied extends Element {
    /** Its type. */
    public static final FhirType<ProtocolApplied> TYPE =
        new FhirType<>("Immunization.protocolApplied", ProtocolApplied::new);

    private ProtocolApplied(JsonObject json) {
      super(json);
    }

    /**
     * A dose of a series.
     *
     * @param doseNumber which dose, 1 first
     * @return the protocol
     */
    public static ProtocolApplied ofDose(int doseNumber) {
      return ElementBuilder.of(TYPE).set("doseNumberPositiveInt", doseNumber).build();
    }

    @Override
    public FhirType<ProtocolApplied> fhirType() {
      return TYPE;
    }

    /** {@return the series} */
    public Optional<String> series() {
      return string("series");
    }

    /** {@return who publishes it} */
    public Optional<Reference> authority() {
      return get("authority", Reference.TYPE);
    }

    /** {@return the diseases it is meant for} */
    public List<CodeableConcept> targetDisease() {
      return list("targetDisease", CodeableConcept.TYPE);
    }

    /** {@return which dose, 1 first} */
    public Optional<Integer> doseNumberPositiveInt() {
      return integer("doseNumberPositiveInt");
    }

    /** {@return which dose, in words} */
    public Optional<String> doseNumberString() {
      return string("doseNumberString");
    }

    /** {@return how many doses make it} */
    public Optional<Integer> seriesDosesPositiveInt() {
      return integer("seriesDosesPositiveInt");
    }
  }

  /**
   * Makes an Immunization. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Immunization, Builder> {
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
     * @param value one of {@link #COMPLETED}, {@link #NOT_DONE}, {@link #ENTERED_IN_ERROR}
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets statusReason.
     *
     * @param value why it was not given
     * @return this
     */
    public Builder statusReason(CodeableConcept value) {
      return set("statusReason", value);
    }

    /**
     * Sets vaccineCode.
     *
     * @param value what was given: product, group, CVX
     * @return this
     */
    public Builder vaccineCode(CodeableConcept value) {
      return set("vaccineCode", value);
    }

    /**
     * Sets patient.
     *
     * @param value who was vaccinated
     * @return this
     */
    public Builder patient(Reference value) {
      return set("patient", value);
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
     * Sets occurrenceDateTime.
     *
     * @param value when it was given
     * @return this
     */
    public Builder occurrenceDateTime(FhirDateTime value) {
      return set("occurrenceDateTime", value);
    }

    /**
     * Sets occurrenceString.
     *
     * @param value when it was given, in words
     * @return this
     */
    public Builder occurrenceString(String value) {
      return set("occurrenceString", value);
    }

    /**
     * Sets recorded.
     *
     * @param value when it was first written down
     * @return this
     */
    public Builder recorded(FhirDateTime value) {
      return set("recorded", value);
    }

    /**
     * Sets primarySource.
     *
     * @param value whether whoever gave it says so
     * @return this
     */
    public Builder primarySource(boolean value) {
      return set("primarySource", value);
    }

    /**
     * Sets reportOrigin.
     *
     * @param value who says so, when it was not who gave it
     * @return this
     */
    public Builder reportOrigin(CodeableConcept value) {
      return set("reportOrigin", value);
    }

    /**
     * Sets location.
     *
     * @param value where it was given
     * @return this
     */
    public Builder location(Reference value) {
      return set("location", value);
    }

    /**
     * Sets manufacturer.
     *
     * @param value who made the vaccine
     * @return this
     */
    public Builder manufacturer(Reference value) {
      return set("manufacturer", value);
    }

    /**
     * Sets lotNumber.
     *
     * @param value the lot, as on the vial
     * @return this
     */
    public Builder lotNumber(String value) {
      return set("lotNumber", value);
    }

    /**
     * Sets expirationDate.
     *
     * @param value when the vaccine expires
     * @return this
     */
    public Builder expirationDate(FhirDate value) {
      return set("expirationDate", value);
    }

    /**
     * Sets site.
     *
     * @param value where in the body
     * @return this
     */
    public Builder site(CodeableConcept value) {
      return set("site", value);
    }

    /**
     * Sets route.
     *
     * @param value how it entered the body
     * @return this
     */
    public Builder route(CodeableConcept value) {
      return set("route", value);
    }

    /**
     * Sets doseQuantity.
     *
     * @param value how much was given
     * @return this
     */
    public Builder doseQuantity(Quantity value) {
      return set("doseQuantity", value);
    }

    /**
     * Adds to performer.
     *
     * @param value who gave it
     * @return this
     */
    public Builder addPerformer(Performer value) {
      return add("performer", value);
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
     * Adds to reasonCode.
     *
     * @param value why it was given
     * @return this
     */
    public Builder addReasonCode(CodeableConcept value) {
      return add("reasonCode", value);
    }

    /**
     * Adds to protocolApplied.
     *
     * @param value which dose of which series it was
     * @return this
     */
    public Builder addProtocolApplied(ProtocolApplied value) {
      return add("protocolApplied", value);
    }
  }
}
