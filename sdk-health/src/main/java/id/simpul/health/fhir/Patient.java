package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** A person who is cared for (section 8.1). Nothing of it is shown by {@code toString}. */
public final class Patient extends Resource {
  /** Its type. */
  public static final FhirType<Patient> TYPE = type("Patient", Patient::new);

  private Patient(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Patient.
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
  public FhirType<Patient> fhirType() {
    return TYPE;
  }

  /**
   * {@return numbers others know the person by: NIK, passport, the number of the national server}
   */
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

  /** {@return one of male, female, other, unknown} */
  public Optional<String> gender() {
    return string("gender");
  }

  /** {@return the date of birth, as far as it is known} */
  public Optional<FhirDate> birthDate() {
    return date("birthDate");
  }

  /** {@return whether the person has died} */
  public Optional<Boolean> deceasedBoolean() {
    return flag("deceasedBoolean");
  }

  /** {@return when the person died} */
  public Optional<FhirDateTime> deceasedDateTime() {
    return dateTime("deceasedDateTime");
  }

  /** {@return addresses of the person} */
  public List<Address> address() {
    return list("address", Address.TYPE);
  }

  /** {@return the marital status} */
  public Optional<CodeableConcept> maritalStatus() {
    return get("maritalStatus", CodeableConcept.TYPE);
  }

  /** {@return the place among the children of one birth} */
  public Optional<Integer> multipleBirthInteger() {
    return integer("multipleBirthInteger");
  }

  /** {@return people to turn to} */
  public List<Contact> contact() {
    return list("contact", Contact.TYPE);
  }

  /** {@return languages the person speaks} */
  public List<Communication> communication() {
    return list("communication", Communication.TYPE);
  }

  /** {@return who cares for the person} */
  public List<Reference> generalPractitioner() {
    return list("generalPractitioner", Reference.TYPE);
  }

  /** {@return who keeps the record} */
  public Optional<Reference> managingOrganization() {
    return get("managingOrganization", Reference.TYPE);
  }

  /** {@return records of the same person} */
  public List<Link> link() {
    return list("link", Link.TYPE);
  }

  /**
   * The first number of a system. A slash at the end of a system's URI makes no difference.
   *
   * @param system the URI of the system
   * @return the number, personal
   */
  public Optional<String> identifier(String system) {
    return identifier().stream()
        .filter(i -> i.isOf(system))
        .flatMap(i -> i.value().stream())
        .findFirst();
  }

  /** A person to turn to. */
  public static final class Contact extends Element {
    /** Its type. */
    public static final FhirType<Contact> TYPE = new FhirType<>("Patient.contact", Contact::new);

    private Contact(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Contact> fhirType() {
      return TYPE;
    }

    /** {@return who they are to the patient} */
    public List<CodeableConcept> relationship() {
      return list("relationship", CodeableConcept.TYPE);
    }

    /** {@return their name} */
    public Optional<HumanName> name() {
      return get("name", HumanName.TYPE);
    }

    /** {@return their contacts} */
    public List<ContactPoint> telecom() {
      return list("telecom", ContactPoint.TYPE);
    }

    /** {@return their address} */
    public Optional<Address> address() {
      return get("address", Address.TYPE);
    }

    /** {@return one of male, female, other, unknown} */
    public Optional<String> gender() {
      return string("gender");
    }
  }

  /** A language the patient speaks. */
  public static final class Communication extends Element {
    /** Its type. */
    public static final FhirType<Communication> TYPE =
        new FhirType<>("Patient.communication", Communication::new);

    private Communication(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Communication> fhirType() {
      return TYPE;
    }

    /** {@return the language} */
    public Optional<CodeableConcept> language() {
      return get("language", CodeableConcept.TYPE);
    }

    /** {@return whether the patient prefers it} */
    public Optional<Boolean> preferred() {
      return flag("preferred");
    }
  }

  /** A record of the same person. */
  public static final class Link extends Element {
    /** Its type. */
    public static final FhirType<Link> TYPE = new FhirType<>("Patient.link", Link::new);

    private Link(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Link> fhirType() {
      return TYPE;
    }

    /** {@return the other record} */
    public Optional<Reference> other() {
      return get("other", Reference.TYPE);
    }

    /** {@return one of replaced-by, replaces, refer, seealso} */
    public Optional<String> type() {
      return string("type");
    }
  }

  /**
   * Makes a Patient. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Patient, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to identifier.
     *
     * @param value numbers others know the person by: NIK, passport, the number of the national
     *     server
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
     * @param value the date of birth, as far as it is known
     * @return this
     */
    public Builder birthDate(FhirDate value) {
      return set("birthDate", value);
    }

    /**
     * Sets deceasedBoolean.
     *
     * @param value whether the person has died
     * @return this
     */
    public Builder deceasedBoolean(boolean value) {
      return set("deceasedBoolean", value);
    }

    /**
     * Sets deceasedDateTime.
     *
     * @param value when the person died
     * @return this
     */
    public Builder deceasedDateTime(FhirDateTime value) {
      return set("deceasedDateTime", value);
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
     * Sets maritalStatus.
     *
     * @param value the marital status
     * @return this
     */
    public Builder maritalStatus(CodeableConcept value) {
      return set("maritalStatus", value);
    }

    /**
     * Sets multipleBirthInteger.
     *
     * @param value the place among the children of one birth
     * @return this
     */
    public Builder multipleBirthInteger(int value) {
      return set("multipleBirthInteger", value);
    }

    /**
     * Adds to contact.
     *
     * @param value people to turn to
     * @return this
     */
    public Builder addContact(Contact value) {
      return add("contact", value);
    }

    /**
     * Adds to communication.
     *
     * @param value languages the person speaks
     * @return this
     */
    public Builder addCommunication(Communication value) {
      return add("communication", value);
    }

    /**
     * Adds to generalPractitioner.
     *
     * @param value who cares for the person
     * @return this
     */
    public Builder addGeneralPractitioner(Reference value) {
      return add("generalPractitioner", value);
    }

    /**
     * Sets managingOrganization.
     *
     * @param value who keeps the record
     * @return this
     */
    public Builder managingOrganization(Reference value) {
      return set("managingOrganization", value);
    }

    /**
     * Adds to link.
     *
     * @param value records of the same person
     * @return this
     */
    public Builder addLink(Link value) {
      return add("link", value);
    }
  }
}
