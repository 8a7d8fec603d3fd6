package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A place where care is given (section 8.7). */
public final class Location extends Resource {
  /** Its type. */
  public static final FhirType<Location> TYPE = type("Location", Location::new);

  private Location(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Location.
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
  public FhirType<Location> fhirType() {
    return TYPE;
  }

  /** {@return numbers others know it by} */
  public List<Identifier> identifier() {
    return list("identifier", Identifier.TYPE);
  }

  /** {@return one of active, suspended, inactive} */
  public Optional<String> status() {
    return string("status");
  }

  /** {@return the state of a bed or room} */
  public Optional<Coding> operationalStatus() {
    return get("operationalStatus", Coding.TYPE);
  }

  /** {@return its name} */
  public Optional<String> name() {
    return string("name");
  }

  /** {@return more about it} */
  public Optional<String> description() {
    return string("description");
  }

  /** {@return one of instance, kind} */
  public Optional<String> mode() {
    return string("mode");
  }

  /** {@return what is done there} */
  public List<CodeableConcept> type() {
    return list("type", CodeableConcept.TYPE);
  }

  /** {@return its contacts} */
  public List<ContactPoint> telecom() {
    return list("telecom", ContactPoint.TYPE);
  }

  /** {@return its address} */
  public Optional<Address> address() {
    return get("address", Address.TYPE);
  }

  /** {@return what it is: a building, a room} */
  public Optional<CodeableConcept> physicalType() {
    return get("physicalType", CodeableConcept.TYPE);
  }

  /** {@return where it lies} */
  public Optional<Position> position() {
    return get("position", Position.TYPE);
  }

  /** {@return who runs it} */
  public Optional<Reference> managingOrganization() {
    return get("managingOrganization", Reference.TYPE);
  }

  /** {@return the place it is a part of} */
  public Optional<Reference> partOf() {
    return get("partOf", Reference.TYPE);
  }

  /** Where a place lies, WGS 84. */
  public static final class Position extends Element {
    /** Its type. */
    public static final FhirType<Position> TYPE =
        new FhirType<>("Location.position", Position::new);

    private Position(JsonObject json) {
      super(json);
    }

    /**
     * A point on the ground.
     *
     * @param longitude degrees east; in Indonesia 95 to 141
     * @param latitude degrees north; in Indonesia -11 to 6
     * @return the position
     */
    public static Position of(BigDecimal longitude, BigDecimal latitude) {
      return ElementBuilder.of(TYPE).set("longitude", longitude).set("latitude", latitude).build();
    }

    @Override
    public FhirType<Position> fhirType() {
      return TYPE;
    }

    /** {@return degrees east of WGS 84, -180 to 180} */
    public Optional<BigDecimal> longitude() {
      return decimal("longitude");
    }

    /** {@return degrees north of WGS 84, -90 to 90} */
    public Optional<BigDecimal> latitude() {
      return decimal("latitude");
    }

    /** {@return metres above sea, by WGS 84} */
    public Optional<BigDecimal> altitude() {
      return decimal("altitude");
    }
  }

  /**
   * Makes a Location. The setters take the members' names in the standard; with {@code add} before
   * the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Location, Builder> {
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
     * @param value one of active, suspended, inactive
     * @return this
     */
    public Builder status(String value) {
      return set("status", value);
    }

    /**
     * Sets operationalStatus.
     *
     * @param value the state of a bed or room
     * @return this
     */
    public Builder operationalStatus(Coding value) {
      return set("operationalStatus", value);
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
     * Sets description.
     *
     * @param value more about it
     * @return this
     */
    public Builder description(String value) {
      return set("description", value);
    }

    /**
     * Sets mode.
     *
     * @param value one of instance, kind
     * @return this
     */
    public Builder mode(String value) {
      return set("mode", value);
    }

    /**
     * Adds to type.
     *
     * @param value what is done there
     * @return this
     */
    public Builder addType(CodeableConcept value) {
      return add("type", value);
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
     * Sets address.
     *
     * @param value its address
     * @return this
     */
    public Builder address(Address value) {
      return set("address", value);
    }

    /**
     * Sets physicalType.
     *
     * @param value what it is: a building, a room
     * @return this
     */
    public Builder physicalType(CodeableConcept value) {
      return set("physicalType", value);
    }

    /**
     * Sets position.
     *
     * @param value where it lies
     * @return this
     */
    public Builder position(Position value) {
      return set("position", value);
    }

    /**
     * Sets managingOrganization.
     *
     * @param value who runs it
     * @return this
     */
    public Builder managingOrganization(Reference value) {
      return set("managingOrganization", value);
    }

    /**
     * Sets partOf.
     *
     * @param value the place it is a part of
     * @return this
     */
    public Builder partOf(Reference value) {
      return set("partOf", value);
    }
  }
}
