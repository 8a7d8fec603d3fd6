package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A patient and a practitioner meet (section 8.11). */
public final class Encounter extends Resource {
  /** Its type. */
  public static final FhirType<Encounter> TYPE = type("Encounter", Encounter::new);

  private Encounter(Examined examined) {
    super(examined);
  }

  /**
   * Starts an Encounter.
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
  public FhirType<Encounter> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /**
   * {@return one of planned, arrived, triaged, in-progress, onleave, finished, cancelled and two
   * more}
   */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return the states it went through} */
  public List<StatusHistory> statusHistory() {
    return list("statusHistory", StatusHistory.TYPE);
  }

  /** {@return whether the patient comes, stays or is visited; {@code class} on the wire} */
  public Optional<Coding> encounterClass() {
    return get("class", Coding.TYPE);
  }

  /** {@return what kind of encounter it is} */
  public List<CodeableConcept> type() {
    return list("type", CodeableConcept.TYPE);
  }

  /** {@return the service} */
  public Optional<CodeableConcept> serviceType() {
    return get("serviceType", CodeableConcept.TYPE);
  }

  /** {@return the patient} */
  public Optional<Reference> subject() {
    return get("subject", Reference.TYPE);
  }

  /** {@return who else takes part} */
  public List<Participant> participant() {
    return list("participant", Participant.TYPE);
  }

  /** {@return from when to when} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }

  /** {@return why} */
  public List<CodeableConcept> reasonCode() {
    return list("reasonCode", CodeableConcept.TYPE);
  }

  /** {@return what was found} */
  public List<Diagnosis> diagnosis() {
    return list("diagnosis", Diagnosis.TYPE);
  }

  /** {@return where} */
  public List<LocationStay> location() {
    return list("location", LocationStay.TYPE);
  }

  /** {@return the facility} */
  public Optional<Reference> serviceProvider() {
    return get("serviceProvider", Reference.TYPE);
  }

  /** {@return the encounter it is a part of} */
  public Optional<Reference> partOf() {
    return get("partOf", Reference.TYPE);
  }

  /** A state an encounter was in. */
  public static final class StatusHistory extends Element {
    /** Its type. */
    public static final FhirType<StatusHistory> TYPE =
        new FhirType<>("Encounter.statusHistory", StatusHistory::new);

    private StatusHistory(JsonObject json) {
      super(json);
    }

    /**
     * A state.
     *
     * @param status the state
     * @param period from when to when
     * @return the entry
     */
    public static StatusHistory of(String status, Period period) {
      return ElementBuilder.of(TYPE).set("status", status).set("period", period).build();
    }

    @Override
    public FhirType<StatusHistory> fhirType() {
      return TYPE;
    }

    /** {@return the state} */
    public Optional<String> status() {
      return string("status");
    }

    /** {@return from when to when} */
    public Optional<Period> period() {
      return get("period", Period.TYPE);
    }
  }

  /** Who takes part. */
  public static final class Participant extends Element {
    /** Its type. */
    public static final FhirType<Participant> TYPE =
        new FhirType<>("Encounter.participant", Participant::new);

    private Participant(JsonObject json) {
      super(json);
    }

    /**
     * A person who takes part.
     *
     * @param type as what
     * @param individual who
     * @return the participant
     */
    public static Participant of(CodeableConcept type, Reference individual) {
      return ElementBuilder.of(TYPE).add("type", type).set("individual", individual).build();
    }

    @Override
    public FhirType<Participant> fhirType() {
      return TYPE;
    }

    /** {@return as what} */
    public List<CodeableConcept> type() {
      return list("type", CodeableConcept.TYPE);
    }

    /** {@return from when to when} */
    public Optional<Period> period() {
      return get("period", Period.TYPE);
    }

    /** {@return who} */
    public Optional<Reference> individual() {
      return get("individual", Reference.TYPE);
    }
  }

  /** What was found. */
  public static final class Diagnosis extends Element {
    /** Its type. */
    public static final FhirType<Diagnosis> TYPE =
        new FhirType<>("Encounter.diagnosis", Diagnosis::new);

    private Diagnosis(JsonObject json) {
      super(json);
    }

    /**
     * A diagnosis.
     *
     * @param condition the diagnosis
     * @param use what part it plays
     * @return the entry
     */
    public static Diagnosis of(Reference condition, CodeableConcept use) {
      return ElementBuilder.of(TYPE).set("condition", condition).set("use", use).build();
    }

    @Override
    public FhirType<Diagnosis> fhirType() {
      return TYPE;
    }

    /** {@return the diagnosis} */
    public Optional<Reference> condition() {
      return get("condition", Reference.TYPE);
    }

    /** {@return what part it plays} */
    public Optional<CodeableConcept> use() {
      return get("use", CodeableConcept.TYPE);
    }

    /** {@return its rank, 1 first} */
    public Optional<Integer> rank() {
      return integer("rank");
    }
  }

  /** Where a patient was. */
  public static final class LocationStay extends Element {
    /** Its type. */
    public static final FhirType<LocationStay> TYPE =
        new FhirType<>("Encounter.location", LocationStay::new);

    private LocationStay(JsonObject json) {
      super(json);
    }

    /**
     * A stay.
     *
     * @param location the place
     * @return the stay
     */
    public static LocationStay of(Reference location) {
      return ElementBuilder.of(TYPE).set("location", location).build();
    }

    @Override
    public FhirType<LocationStay> fhirType() {
      return TYPE;
    }

    /** {@return the place} */
    public Optional<Reference> location() {
      return get("location", Reference.TYPE);
    }

    /** {@return one of planned, active, reserved, completed} */
    public Optional<String> status() {
      return string("status");
    }

    /** {@return from when to when} */
    public Optional<Period> period() {
      return get("period", Period.TYPE);
    }
  }

  /**
   * Makes an Encounter. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Encounter, Builder> {
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
     * @param value one of planned, arrived, triaged, in-progress, onleave, finished, cancelled and
     *     two more
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Adds to statusHistory.
     *
     * @param value the states it went through
     * @return this
     */
    public Builder addStatusHistory(StatusHistory value) {
      return add("statusHistory", value);
    }

    /**
     * Sets class.
     *
     * @param value whether the patient comes, stays or is visited; {@code class} on the wire
     * @return this
     */
    public Builder encounterClass(Coding value) {
      return set("class", value);
    }

    /**
     * Adds to type.
     *
     * @param value what kind of encounter it is
     * @return this
     */
    public Builder addType(CodeableConcept value) {
      return add("type", value);
    }

    /**
     * Sets serviceType.
     *
     * @param value the service
     * @return this
     */
    public Builder serviceType(CodeableConcept value) {
      return set("serviceType", value);
    }

    /**
     * Sets subject.
     *
     * @param value the patient
     * @return this
     */
    public Builder subject(Reference value) {
      return set("subject", value);
    }

    /**
     * Adds to participant.
     *
     * @param value who else takes part
     * @return this
     */
    public Builder addParticipant(Participant value) {
      return add("participant", value);
    }

    /**
     * Sets period.
     *
     * @param value from when to when
     * @return this
     */
    public Builder period(Period value) {
      return set("period", value);
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
     * Adds to diagnosis.
     *
     * @param value what was found
     * @return this
     */
    public Builder addDiagnosis(Diagnosis value) {
      return add("diagnosis", value);
    }

    /**
     * Adds to location.
     *
     * @param value where
     * @return this
     */
    public Builder addLocation(LocationStay value) {
      return add("location", value);
    }

    /**
     * Sets serviceProvider.
     *
     * @param value the facility
     * @return this
     */
    public Builder serviceProvider(Reference value) {
      return set("serviceProvider", value);
    }

    /**
     * Sets partOf.
     *
     * @param value the encounter it is a part of
     * @return this
     */
    public Builder partOf(Reference value) {
      return set("partOf", value);
    }
  }
}
