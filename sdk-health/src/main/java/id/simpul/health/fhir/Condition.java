package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Annotation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A diagnosis or problem (section 9.2). */
public final class Condition extends Resource {
  /** Its type. */
  public static final FhirType<Condition> TYPE = type("Condition", Condition::new);

  private Condition(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Condition.
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
  public FhirType<Condition> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /**
   * {@return a code of {@code http://terminology.hl7.org/CodeSystem/condition-clinical}: active,
   * recurrence, relapse, inactive, remission, resolved}
   */
  public Optional<CodeableConcept> clinicalStatus() {
    return get("clinicalStatus", CodeableConcept.TYPE);
  }

  /**
   * {@return a code of {@code http://terminology.hl7.org/CodeSystem/condition-ver-status}:
   * unconfirmed, provisional, differential, confirmed, refuted, entered-in-error}
   */
  public Optional<CodeableConcept> verificationStatus() {
    return get("verificationStatus", CodeableConcept.TYPE);
  }

  /** {@return problem or diagnosis of an encounter} */
  public List<CodeableConcept> category() {
    return list("category", CodeableConcept.TYPE);
  }

  /** {@return how grave it is} */
  public Optional<CodeableConcept> severity() {
    return get("severity", CodeableConcept.TYPE);
  }

  /** {@return what it is} */
  public Optional<CodeableConcept> code() {
    return get("code", CodeableConcept.TYPE);
  }

  /** {@return who has it} */
  public Optional<Reference> subject() {
    return get("subject", Reference.TYPE);
  }

  /** {@return the encounter it was found in} */
  public Optional<Reference> encounter() {
    return get("encounter", Reference.TYPE);
  }

  /** {@return when it began} */
  public Optional<FhirDateTime> onsetDateTime() {
    return dateTime("onsetDateTime");
  }

  /** {@return when it ended} */
  public Optional<FhirDateTime> abatementDateTime() {
    return dateTime("abatementDateTime");
  }

  /** {@return when it was first written down} */
  public Optional<FhirDateTime> recordedDate() {
    return dateTime("recordedDate");
  }

  /** {@return who wrote it down} */
  public Optional<Reference> recorder() {
    return get("recorder", Reference.TYPE);
  }

  /** {@return who says so} */
  public Optional<Reference> asserter() {
    return get("asserter", Reference.TYPE);
  }

  /** {@return notes} */
  public List<Annotation> note() {
    return list("note", Annotation.TYPE);
  }

  /**
   * Makes a Condition. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Condition, Builder> {
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
     * Sets clinicalStatus.
     *
     * @param value a code of {@code http://terminology.hl7.org/CodeSystem/condition-clinical}:
     *     active, recurrence, relapse, inactive, remission, resolved
     * @return this
     */
    public Builder clinicalStatus(CodeableConcept value) {
      return set("clinicalStatus", value);
    }

    /**
     * Sets verificationStatus.
     *
     * @param value one of unconfirmed, provisional, differential, confirmed, refuted,
     *     entered-in-error
     * @return this
     */
    public Builder verificationStatus(CodeableConcept value) {
      return set("verificationStatus", value);
    }

    /**
     * Adds to category.
     *
     * @param value problem or diagnosis of an encounter
     * @return this
     */
    public Builder addCategory(CodeableConcept value) {
      return add("category", value);
    }

    /**
     * Sets severity.
     *
     * @param value how grave it is
     * @return this
     */
    public Builder severity(CodeableConcept value) {
      return set("severity", value);
    }

    /**
     * Sets code.
     *
     * @param value what it is
     * @return this
     */
    public Builder code(CodeableConcept value) {
      return set("code", value);
    }

    /**
     * Sets subject.
     *
     * @param value who has it
     * @return this
     */
    public Builder subject(Reference value) {
      return set("subject", value);
    }

    /**
     * Sets encounter.
     *
     * @param value the encounter it was found in
     * @return this
     */
    public Builder encounter(Reference value) {
      return set("encounter", value);
    }

    /**
     * Sets onsetDateTime.
     *
     * @param value when it began
     * @return this
     */
    public Builder onsetDateTime(FhirDateTime value) {
      return set("onsetDateTime", value);
    }

    /**
     * Sets abatementDateTime.
     *
     * @param value when it ended
     * @return this
     */
    public Builder abatementDateTime(FhirDateTime value) {
      return set("abatementDateTime", value);
    }

    /**
     * Sets recordedDate.
     *
     * @param value when it was first written down
     * @return this
     */
    public Builder recordedDate(FhirDateTime value) {
      return set("recordedDate", value);
    }

    /**
     * Sets recorder.
     *
     * @param value who wrote it down
     * @return this
     */
    public Builder recorder(Reference value) {
      return set("recorder", value);
    }

    /**
     * Sets asserter.
     *
     * @param value who says so
     * @return this
     */
    public Builder asserter(Reference value) {
      return set("asserter", value);
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
  }
}
