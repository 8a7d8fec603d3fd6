package id.simpul.health.vaccination;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where people are vaccinated, with what SMART Scheduling Links asks of a Location. Immutable. */
public final class VaccinationPlace {
  /** The most characters of a name, address, city or province. */
  public static final int MAX_TEXT_LENGTH = 200;

  /** The most characters of a postal code. */
  public static final int MAX_POSTAL_CODE_LENGTH = 10;

  private final String id;
  private final String name;
  private final String phone;
  private final String address;
  private final String city;
  private final String province;
  private final String postalCode;

  private VaccinationPlace(Builder b) {
    this.id = b.id;
    this.name = Objects.requireNonNull(b.name);
    this.phone = Objects.requireNonNull(b.phone);
    this.address = Objects.requireNonNull(b.address);
    this.city = Objects.requireNonNull(b.city);
    this.province = Objects.requireNonNull(b.province);
    this.postalCode = Objects.requireNonNull(b.postalCode);
  }

  /**
   * Starts a place; every setter is required.
   *
   * @param id its id: 1 to 58 letters, digits, dots and hyphens
   * @return a builder
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * Its id.
   *
   * @return 1 to 58 characters
   */
  public String id() {
    return id;
  }

  /**
   * Its name for people.
   *
   * @return a text
   */
  public String name() {
    return name;
  }

  /**
   * Where it can be called, also to book.
   *
   * @return a telephone number
   */
  public String phone() {
    return phone;
  }

  /**
   * Street and number.
   *
   * @return a line
   */
  public String address() {
    return address;
  }

  /**
   * The city or regency.
   *
   * @return its name
   */
  public String city() {
    return city;
  }

  /**
   * The province.
   *
   * @return its name
   */
  public String province() {
    return province;
  }

  /**
   * The postal code.
   *
   * @return five digits as a rule
   */
  public String postalCode() {
    return postalCode;
  }

  /**
   * The place as others read it.
   *
   * @return a Location of FHIR R4
   */
  public Location toLocation() {
    return Location.builder()
        .id(id)
        .name(name)
        .addTelecom(ContactPoint.of("phone", phone))
        .address(
            Address.builder()
                .addLine(address)
                .city(city)
                .state(province)
                .postalCode(postalCode)
                .country("ID")
                .build())
        .build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VaccinationPlace p
        && id.equals(p.id)
        && name.equals(p.name)
        && phone.equals(p.phone)
        && address.equals(p.address)
        && city.equals(p.city)
        && province.equals(p.province)
        && postalCode.equals(p.postalCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, phone, address, city, province, postalCode);
  }

  @Override
  public String toString() {
    return "VaccinationPlace[" + id + "]";
  }

  /** Collects a place. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private @Nullable String name;
    private @Nullable String phone;
    private @Nullable String address;
    private @Nullable String city;
    private @Nullable String province;
    private @Nullable String postalCode;

    private Builder(String id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /**
     * Its name for people.
     *
     * @param value 1 to {@link #MAX_TEXT_LENGTH} characters
     * @return this
     */
    public Builder name(@Nullable String value) {
      this.name = value;
      return this;
    }

    /**
     * Where it can be called, also to book.
     *
     * @param value a telephone number
     * @return this
     */
    public Builder phone(@Nullable String value) {
      this.phone = value;
      return this;
    }

    /**
     * Street and number.
     *
     * @param value 1 to {@link #MAX_TEXT_LENGTH} characters
     * @return this
     */
    public Builder address(@Nullable String value) {
      this.address = value;
      return this;
    }

    /**
     * The city or regency.
     *
     * @param value 1 to {@link #MAX_TEXT_LENGTH} characters
     * @return this
     */
    public Builder city(@Nullable String value) {
      this.city = value;
      return this;
    }

    /**
     * The province.
     *
     * @param value 1 to {@link #MAX_TEXT_LENGTH} characters
     * @return this
     */
    public Builder province(@Nullable String value) {
      this.province = value;
      return this;
    }

    /**
     * The postal code.
     *
     * @param value 1 to {@link #MAX_POSTAL_CODE_LENGTH} characters
     * @return this
     */
    public Builder postalCode(@Nullable String value) {
      this.postalCode = value;
      return this;
    }

    private Checks checks(String where) {
      Checks checks = new Checks("VaccinationPlace");
      checks.form(where + "/id", id, Forms.ID, Forms.ID_RULE);
      checks.text(where + "/name", name, MAX_TEXT_LENGTH);
      checks.form(where + "/phone", phone, Forms.PHONE, Forms.PHONE_RULE);
      checks.text(where + "/address", address, MAX_TEXT_LENGTH);
      checks.text(where + "/city", city, MAX_TEXT_LENGTH);
      checks.text(where + "/province", province, MAX_TEXT_LENGTH);
      checks.text(where + "/postal_code", postalCode, MAX_POSTAL_CODE_LENGTH);
      return checks;
    }

    /**
     * Everything that is missing or wrong so far.
     *
     * @param where a JSON pointer to the place
     * @return the violations, possibly none
     */
    public List<Violation> violations(String where) {
      return checks(where).violations();
    }

    /**
     * Ends the place.
     *
     * @return the place
     * @throws ValidationException with every violation
     */
    public VaccinationPlace build() {
      return checks("").then(() -> new VaccinationPlace(this));
    }
  }
}
