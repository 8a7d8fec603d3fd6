package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A booking (section 12.11). */
public final class Appointment extends Resource {
  /** Its type. */
  public static final FhirType<Appointment> TYPE = type("Appointment", Appointment::new);

  /** All have agreed. */
  public static final String BOOKED = "booked";

  /** Somebody has yet to agree. */
  public static final String PENDING = "pending";

  /** It does not take place. */
  public static final String CANCELLED = "cancelled";

  /** It took place. */
  public static final String FULFILLED = "fulfilled";

  private Appointment(Examined examined) {
    super(examined);
  }

  /**
   * Starts an Appointment.
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
  public FhirType<Appointment> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /**
   * {@return one of {@link #BOOKED}, {@link #PENDING}, {@link #CANCELLED}, {@link #FULFILLED} and
   * six more}
   */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return why it was cancelled} */
  public Optional<CodeableConcept> cancelationReason() {
    return get("cancelationReason", CodeableConcept.TYPE);
  }

  /** {@return the service} */
  public List<CodeableConcept> serviceType() {
    return list("serviceType", CodeableConcept.TYPE);
  }

  /** {@return the style of appointment} */
  public Optional<CodeableConcept> appointmentType() {
    return get("appointmentType", CodeableConcept.TYPE);
  }

  /** {@return why} */
  public List<CodeableConcept> reasonCode() {
    return list("reasonCode", CodeableConcept.TYPE);
  }

  /** {@return a line for a list of appointments} */
  public Optional<String> description() {
    return string("description");
  }

  /** {@return when it begins} */
  public Optional<FhirInstant> start() {
    return instant("start");
  }

  /** {@return when it ends} */
  public Optional<FhirInstant> end() {
    return instant("end");
  }

  /** {@return how many minutes it takes} */
  public Optional<Integer> minutesDuration() {
    return integer("minutesDuration");
  }

  /** {@return the slots it fills} */
  public List<Reference> slot() {
    return list("slot", Reference.TYPE);
  }

  /** {@return when it was booked} */
  public Optional<FhirDateTime> created() {
    return dateTime("created");
  }

  /** {@return what else there is to say} */
  public Optional<String> comment() {
    return string("comment");
  }

  /** {@return what the patient is to do} */
  public Optional<String> patientInstruction() {
    return string("patientInstruction");
  }

  /** {@return who takes part} */
  public List<Participant> participant() {
    return list("participant", Participant.TYPE);
  }

  /** Who takes part. */
  public static final class Participant extends Element {
    /** Its type. */
    public static final FhirType<Participant> TYPE =
        new FhirType<>("Appointment.participant", Participant::new);

    private Participant(JsonObject json) {
      super(json);
    }

    /**
     * A participant.
     *
     * @param actor who or what
     * @param status one of accepted, declined, tentative, needs-action
     * @return the participant
     */
    public static Participant of(Reference actor, String status) {
      return ElementBuilder.of(TYPE).set("actor", actor).set("status", status).build();
    }

    @Override
    public FhirType<Participant> fhirType() {
      return TYPE;
    }

    /** {@return as what} */
    public List<CodeableConcept> type() {
      return list("type", CodeableConcept.TYPE);
    }

    /** {@return who or what} */
    public Optional<Reference> actor() {
      return get("actor", Reference.TYPE);
    }

    /** {@return one of required, optional, information-only} */
    public Optional<String> required() {
      return string("required");
    }

    /** {@return one of accepted, declined, tentative, needs-action} */
    public Optional<String> status() {
      return string("status");
    }

    /** {@return from when to when} */
    public Optional<Period> period() {
      return get("period", Period.TYPE);
    }
  }

  /**
   * Makes an Appointment. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Appointment, Builder> {
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
     * @param value one of {@link #BOOKED}, {@link #PENDING}, {@link #CANCELLED}, {@link #FULFILLED}
     *     and six more
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets cancelationReason.
     *
     * @param value why it was cancelled
     * @return this
     */
    public Builder cancelationReason(CodeableConcept value) {
      return set("cancelationReason", value);
    }

    /**
     * Adds to serviceType.
     *
     * @param value the service
     * @return this
     */
    public Builder addServiceType(CodeableConcept value) {
      return add("serviceType", value);
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
     * Adds to reasonCode.
     *
     * @param value why
     * @return this
     */
    public Builder addReasonCode(CodeableConcept value) {
      return add("reasonCode", value);
    }

    /**
     * Sets description.
     *
     * @param value a line for a list of appointments
     * @return this
     */
    public Builder description(String value) {
      return set("description", value);
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
     * Sets minutesDuration.
     *
     * @param value how many minutes it takes
     * @return this
     */
    public Builder minutesDuration(int value) {
      return set("minutesDuration", value);
    }

    /**
     * Adds to slot.
     *
     * @param value the slots it fills
     * @return this
     */
    public Builder addSlot(Reference value) {
      return add("slot", value);
    }

    /**
     * Sets created.
     *
     * @param value when it was booked
     * @return this
     */
    public Builder created(FhirDateTime value) {
      return set("created", value);
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

    /**
     * Sets patientInstruction.
     *
     * @param value what the patient is to do
     * @return this
     */
    public Builder patientInstruction(String value) {
      return set("patientInstruction", value);
    }

    /**
     * Adds to participant.
     *
     * @param value who takes part
     * @return this
     */
    public Builder addParticipant(Participant value) {
      return add("participant", value);
    }
  }
}
