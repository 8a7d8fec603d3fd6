package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** What slots are about (section 12.9). */
public final class Schedule extends Resource {
  /** Its type. */
  public static final FhirType<Schedule> TYPE = type("Schedule", Schedule::new);

  private Schedule(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Schedule.
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
  public FhirType<Schedule> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return whether it is in use} */
  public Optional<Boolean> active() {
    return flag("active");
  }

  /** {@return the broad kind of service} */
  public List<CodeableConcept> serviceCategory() {
    return list("serviceCategory", CodeableConcept.TYPE);
  }

  /** {@return the service} */
  public List<CodeableConcept> serviceType() {
    return list("serviceType", CodeableConcept.TYPE);
  }

  /** {@return the specialty that is needed} */
  public List<CodeableConcept> specialty() {
    return list("specialty", CodeableConcept.TYPE);
  }

  /** {@return whose time it is} */
  public List<Reference> actor() {
    return list("actor", Reference.TYPE);
  }

  /** {@return the time its slots cover} */
  public Optional<Period> planningHorizon() {
    return get("planningHorizon", Period.TYPE);
  }

  /** {@return what else there is to say} */
  public Optional<String> comment() {
    return string("comment");
  }

  /**
   * Makes a Schedule. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Schedule, Builder> {
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
     * Sets active.
     *
     * @param value whether it is in use
     * @return this
     */
    public Builder active(boolean value) {
      return set("active", value);
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
     * @param value the service
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
     * Adds to actor.
     *
     * @param value whose time it is
     * @return this
     */
    public Builder addActor(Reference value) {
      return add("actor", value);
    }

    /**
     * Sets planningHorizon.
     *
     * @param value the time its slots cover
     * @return this
     */
    public Builder planningHorizon(Period value) {
      return set("planningHorizon", value);
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
