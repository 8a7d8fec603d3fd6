package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A person who cares for patients (section 8.4). */
public final class Practitioner extends Resource {
  /** Its type. */
  public static final FhirType<Practitioner> TYPE = type("Practitioner", Practitioner::new);

  private Practitioner(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Practitioner.
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
  public FhirType<Practitioner> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know the person by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return whether the record is in use} */
  public Optional<Boolean> active() {
    return flag("active");
  }

  /** {@return names of the person} */
  public List<HumanName> name() {
    return list("name", HumanName.TYPE);
  }

  /** {@return contacts of the person} */
  public List<ContactPoint> telecom() {
    return list("telecom", ContactPoint.TYPE);
  }

  /** {@return addresses of the person} */
  public List<Address> address() {
    return list("address", Address.TYPE);
  }

  /** {@return one of male, female, other, unknown} */
  public Optional<String> gender() {
    return string("gender");
  }

  /** {@return the date of birth} */
  public Optional<FhirDate> birthDate() {
    return date("birthDate");
  }

  /** {@return what the person is trained for} */
  public List<Qualification> qualification() {
    return list("qualification", Qualification.TYPE);
  }

  /** What a practitioner is trained for. */
  public static final class Qualification extends Element {
    /** Its type. */
    public static final FhirType<Qualification> TYPE =
        new FhirType<>("Practitioner.qualification", Qualification::new);

    private Qualification(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Qualification> fhirType() {
      return TYPE;
    }

    /** {@return numbers of the certificate} */
    public List<Identifier> identifier() {
      return list("identifier", Identifier.TYPE);
    }

    /** {@return what it is for} */
    public Optional<CodeableConcept> code() {
      return get("code", CodeableConcept.TYPE);
    }

    /** {@return when it is valid} */
    public Optional<Period> period() {
      return get("period", Period.TYPE);
    }

    /** {@return who gave it} */
    public Optional<Reference> issuer() {
      return get("issuer", Reference.TYPE);
    }
  }

  /**
   * Makes a Practitioner. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Practitioner, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to identifier.
     *
     * @param value numbers others know the person by
     * @return this
     */
    public Builder addIdentifier(Identifier value) {
      return add("identifier", value);
    }

    /**
     * Sets active.
     *
     * @param value whether the record is in use
     * @return this
     */
    public Builder active(boolean value) {
      return set("active", value);
    }

    /**
     * Adds to name.
     *
     * @param value names of the person
     * @return this
     */
    public Builder addName(HumanName value) {
      return add("name", value);
    }

    /**
     * Adds to telecom.
     *
     * @param value contacts of the person
     * @return this
     */
    public Builder addTelecom(ContactPoint value) {
      return add("telecom", value);
    }

    /**
     * Adds to address.
     *
     * @param value addresses of the person
     * @return this
     */
    public Builder addAddress(Address value) {
      return add("address", value);
    }

    /**
     * Sets gender.
     *
     * @param value one of male, female, other, unknown
     * @return this
     */
    public Builder gender(String value) {
      return set("gender", value);
    }

    /**
     * Sets birthDate.
     *
     * @param value the date of birth
     * @return this
     */
    public Builder birthDate(FhirDate value) {
      return set("birthDate", value);
    }

    /**
     * Adds to qualification.
     *
     * @param value what the person is trained for
     * @return this
     */
    public Builder addQualification(Qualification value) {
      return add("qualification", value);
    }
  }
}
