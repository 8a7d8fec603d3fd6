package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A time that can be booked (section 12.10). */
public final class Slot extends Resource {
  /** Its type. */
  public static final FhirType<Slot> TYPE = type("Slot", Slot::new);

  /** It can be booked. */
  public static final String FREE = "free";

  /** It cannot be booked. */
  public static final String BUSY = "busy";

  private Slot(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Slot.
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
  public FhirType<Slot> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return the broad kind of service} */
  public List<CodeableConcept> serviceCategory() {
    return list("serviceCategory", CodeableConcept.TYPE);
  }

  /** {@return the services that can be booked} */
  public List<CodeableConcept> serviceType() {
    return list("serviceType", CodeableConcept.TYPE);
  }

  /** {@return the specialty that is needed} */
  public List<CodeableConcept> specialty() {
    return list("specialty", CodeableConcept.TYPE);
  }

  /** {@return the style of appointment} */
  public Optional<CodeableConcept> appointmentType() {
    return get("appointmentType", CodeableConcept.TYPE);
  }

  /** {@return the schedule it is a part of} */
  public Optional<Reference> schedule() {
    return get("schedule", Reference.TYPE);
  }

  /**
   * {@return one of {@link #FREE}, {@link #BUSY}, busy-unavailable, busy-tentative,
   * entered-in-error}
   */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return when it begins} */
  public Optional<FhirInstant> start() {
    return instant("start");
  }

  /** {@return when it ends} */
  public Optional<FhirInstant> end() {
    return instant("end");
  }

  /** {@return whether more was booked than there is room for} */
  public Optional<Boolean> overbooked() {
    return flag("overbooked");
  }

  /** {@return what else there is to say} */
  public Optional<String> comment() {
    return string("comment");
  }

  /**
   * Makes a Slot. The setters take the members' names in the standard; with {@code add} before the
   * name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Slot, Builder> {
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
     * Adds to serviceCategory.
     *
     * @param value the broad kind of service
     * @return this
     */
    public Builder addServiceCategory(CodeableConcept value) {
      return add("serviceCategory", value);
    }

    /**
     * Adds to serviceType.
     *
     * @param value the services that can be booked
     * @return this
     */
    public Builder addServiceType(CodeableConcept value) {
      return add("serviceType", value);
    }

    /**
     * Adds to specialty.
     *
     * @param value the specialty that is needed
     * @return this
     */
    public Builder addSpecialty(CodeableConcept value) {
      return add("specialty", value);
    }

    /**
     * Sets appointmentType.
     *
     * @param value the style of appointment
     * @return this
     */
    public Builder appointmentType(CodeableConcept value) {
      return set("appointmentType", value);
    }

    /**
     * Sets schedule.
     *
     * @param value the schedule it is a part of
     * @return this
     */
    public Builder schedule(Reference value) {
      return set("schedule", value);
    }

    /**
     * Sets status.
     *
     * @param value one of {@link #FREE}, {@link #BUSY}, busy-unavailable, busy-tentative,
     *     entered-in-error
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets start.
     *
     * @param value when it begins
     * @return this
     */
    public Builder start(FhirInstant value) {
      return set("start", value);
    }

    /**
     * Sets end.
     *
     * @param value when it ends
     * @return this
     */
    public Builder end(FhirInstant value) {
      return set("end", value);
    }

    /**
     * Sets overbooked.
     *
     * @param value whether more was booked than there is room for
     * @return this
     */
    public Builder overbooked(boolean value) {
      return set("overbooked", value);
    }

    /**
     * Sets comment.
     *
     * @param value what else there is to say
     * @return this
     */
    public Builder comment(String value) {
      return set("comment", value);
    }
  }
}
