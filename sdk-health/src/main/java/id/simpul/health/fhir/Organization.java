package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** An agency, facility or department (section 8.6). */
public final class Organization extends Resource {
  /** Its type. */
  public static final FhirType<Organization> TYPE = type("Organization", Organization::new);

  private Organization(Examined examined) {
    super(examined);
  }

  /**
   * Starts an Organization.
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
  public FhirType<Organization> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return whether the record is in use} */
  public Optional<Boolean> active() {
    return flag("active");
  }

  /** {@return what kind of organization it is} */
  public List<CodeableConcept> type() {
    return list("type", CodeableConcept.TYPE);
  }

  /** {@return its name} */
  public Optional<String> name() {
    return string("name");
  }

  /** {@return its other names} */
  public List<String> alias() {
    return strings("alias");
  }

  /** {@return its contacts} */
  public List<ContactPoint> telecom() {
    return list("telecom", ContactPoint.TYPE);
  }

  /** {@return its addresses} */
  public List<Address> address() {
    return list("address", Address.TYPE);
  }

  /** {@return the organization it is a part of} */
  public Optional<Reference> partOf() {
    return get("partOf", Reference.TYPE);
  }

  /** {@return whom to turn to for what} */
  public List<Contact> contact() {
    return list("contact", Contact.TYPE);
  }

  /** Whom to turn to for a purpose. */
  public static final class Contact extends Element {
    /** Its type. */
    public static final FhirType<Contact> TYPE =
        new FhirType<>("Organization.contact", Contact::new);

    private Contact(JsonObject json) {
      super(json);
    }

    @Override
    public FhirType<Contact> fhirType() {
      return TYPE;
    }

    /** {@return for what} */
    public Optional<CodeableConcept> purpose() {
      return get("purpose", CodeableConcept.TYPE);
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
  }

  /**
   * Makes an Organization. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Organization, Builder> {
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
     * @param value whether the record is in use
     * @return this
     */
    public Builder active(boolean value) {
      return set("active", value);
    }

    /**
     * Adds to type.
     *
     * @param value what kind of organization it is
     * @return this
     */
    public Builder addType(CodeableConcept value) {
      return add("type", value);
    }

    /**
     * Sets name.
     *
     * @param value its name
     * @return this
     */
    public Builder name(String value) {
      return set("name", value);
    }

    /**
     * Adds to alias.
     *
     * @param value its other names
     * @return this
     */
    public Builder addAlias(String value) {
      return add("alias", value);
    }

    /**
     * Adds to telecom.
     *
     * @param value its contacts
     * @return this
     */
    public Builder addTelecom(ContactPoint value) {
      return add("telecom", value);
    }

    /**
     * Adds to address.
     *
     * @param value its addresses
     * @return this
     */
    public Builder addAddress(Address value) {
      return add("address", value);
    }

    /**
     * Sets partOf.
     *
     * @param value the organization it is a part of
     * @return this
     */
    public Builder partOf(Reference value) {
      return set("partOf", value);
    }

    /**
     * Adds to contact.
     *
     * @param value whom to turn to for what
     * @return this
     */
    public Builder addContact(Contact value) {
      return add("contact", value);
    }
  }
}
