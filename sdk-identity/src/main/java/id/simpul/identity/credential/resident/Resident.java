package id.simpul.identity.credential.resident;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the population register says of one resident, as {@link ResidentCredential} needs it.
 * Immutable; {@code toString} shows nothing.
 */
public final class Resident {
  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 200;

  /** The most characters of an address. */
  public static final int MAX_ADDRESS_LENGTH = 500;

  private final Nik nik;
  private final String name;
  private final LocalDate birthDate;
  private final String address;
  private final RegionCode region;

  private Resident(Nik nik, String name, LocalDate birthDate, String address, RegionCode region) {
    this.nik = nik;
    this.name = name;
    this.birthDate = birthDate;
    this.address = address;
    this.region = region;
  }

  /**
   * Starts a resident.
   *
   * @return a builder; everything must be given
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The population number.
   *
   * @return the NIK
   */
  public Nik nik() {
    return nik;
  }

  /**
   * The name as registered.
   *
   * @return 1 to {@link #MAX_NAME_LENGTH} characters
   */
  public String name() {
    return name;
  }

  /**
   * The birth date as registered; never concluded from the NIK.
   *
   * @return the date
   */
  public LocalDate birthDate() {
    return birthDate;
  }

  /**
   * The address as it is written on a letter.
   *
   * @return 1 to {@link #MAX_ADDRESS_LENGTH} characters
   */
  public String address() {
    return address;
  }

  /**
   * Where the resident lives, as exactly as the register knows.
   *
   * @return a region at or below a regency or city
   */
  public RegionCode region() {
    return region;
  }

  /** Nothing of the resident. */
  @Override
  public String toString() {
    return "resident";
  }

  /** Collects what the register says. Not thread-safe. */
  public static final class Builder {
    private @Nullable Nik nik;
    private @Nullable String name;
    private @Nullable LocalDate birthDate;
    private @Nullable String address;
    private @Nullable RegionCode region;

    private Builder() {}

    /**
     * Sets the NIK.
     *
     * @param value the NIK
     * @return this
     */
    public Builder nik(Nik value) {
      nik = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the name.
     *
     * @param value 1 to {@link Resident#MAX_NAME_LENGTH} characters
     * @return this
     */
    public Builder name(String value) {
      name = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the birth date.
     *
     * @param value the date
     * @return this
     */
    public Builder birthDate(LocalDate value) {
      birthDate = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the address.
     *
     * @param value 1 to {@link Resident#MAX_ADDRESS_LENGTH} characters
     * @return this
     */
    public Builder address(String value) {
      address = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets where the resident lives.
     *
     * @param value a regency, city, district or village
     * @return this
     */
    public Builder region(RegionCode value) {
      region = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes the resident.
     *
     * @return the immutable resident
     * @throws ValidationException with everything that is missing, empty, too long or a province
     */
    public Resident build() {
      List<Violation> violations = new ArrayList<>();
      required(nik, "nik", violations);
      required(birthDate, "birthDate", violations);
      required(region, "region", violations);
      text(name, "name", MAX_NAME_LENGTH, violations);
      text(address, "address", MAX_ADDRESS_LENGTH, violations);
      if (region != null && region.level() == RegionCode.Level.PROVINCE) {
        violations.add(
            new Violation(Violation.RANGE, "region", "is at or below a regency or city"));
      }
      if (!violations.isEmpty()
          || nik == null
          || name == null
          || birthDate == null
          || address == null
          || region == null) {
        throw new ValidationException("Resident", violations);
      }
      return new Resident(nik, name, birthDate, address, region);
    }

    private static void required(@Nullable Object value, String where, List<Violation> violations) {
      if (value == null) {
        violations.add(new Violation(Violation.REQUIRED, where, "is missing"));
      }
    }

    private static void text(
        @Nullable String value, String where, int longest, List<Violation> violations) {
      required(value, where, violations);
      if (value != null && (value.isBlank() || value.length() > longest)) {
        violations.add(
            new Violation(Violation.LENGTH, where, "has 1 to " + longest + " characters"));
      }
    }
  }
}
