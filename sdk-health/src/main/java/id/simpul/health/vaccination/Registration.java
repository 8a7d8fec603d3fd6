package id.simpul.health.vaccination;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to be vaccinated, and for which dose. Campaign and vaccine are those of the slot: they
 * are said again so that nobody is booked for another vaccine than the one they were shown.
 * Immutable; {@code toString} shows nothing personal.
 */
public final class Registration {
  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 200;

  /** The highest number of a dose. */
  public static final int MAX_DOSE = Forms.MAX_DOSE;

  private final Nik nik;
  private final String name;
  private final LocalDate birthDate;
  private final String phone;
  private final String campaign;
  private final String vaccine;
  private final int dose;

  private Registration(Builder b) {
    this.nik = Objects.requireNonNull(b.nik);
    this.name = Objects.requireNonNull(b.name).strip();
    this.birthDate = Objects.requireNonNull(b.birthDate);
    this.phone = Objects.requireNonNull(b.phone);
    this.campaign = Objects.requireNonNull(b.campaign);
    this.vaccine = Objects.requireNonNull(b.vaccine);
    this.dose = Objects.requireNonNull(b.dose);
  }

  /**
   * Starts a registration; every setter is required.
   *
   * @return an empty builder
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
   * The name as on the identity card.
   *
   * @return 1 to {@link #MAX_NAME_LENGTH} characters
   */
  public String name() {
    return name;
  }

  /**
   * The birth date.
   *
   * @return a day
   */
  public LocalDate birthDate() {
    return birthDate;
  }

  /**
   * Where the person can be called.
   *
   * @return a telephone number as it was written
   */
  public String phone() {
    return phone;
  }

  /**
   * Whether a telephone number is the one of the registration, however both are written: blanks and
   * signs do not count, and a zero at the beginning is Indonesia's code. Takes the same time
   * wherever two of one length differ.
   *
   * @param other a telephone number
   * @return true when it is
   */
  public boolean hasPhone(String other) {
    return MessageDigest.isEqual(digits(phone), digits(other));
  }

  private static byte[] digits(String phone) {
    return Forms.digits(phone).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The campaign the slot belongs to.
   *
   * @return its name in programs
   */
  public String campaign() {
    return campaign;
  }

  /**
   * The vaccine the person was shown.
   *
   * @return its code in CVX
   */
  public String vaccine() {
    return vaccine;
  }

  /**
   * Which dose it will be.
   *
   * @return 1 for the first, at most {@link #MAX_DOSE}
   */
  public int dose() {
    return dose;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Registration r
        && nik.equals(r.nik)
        && name.equals(r.name)
        && birthDate.equals(r.birthDate)
        && phone.equals(r.phone)
        && campaign.equals(r.campaign)
        && vaccine.equals(r.vaccine)
        && dose == r.dose;
  }

  @Override
  public int hashCode() {
    return Objects.hash(nik, name, birthDate, phone, campaign, vaccine, dose);
  }

  /** The campaign, vaccine and dose, and nothing of the person. */
  @Override
  public String toString() {
    return "Registration[" + campaign + ", " + vaccine + ", dose " + dose + ", <redacted>]";
  }

  /** Collects a registration. Not thread-safe. */
  public static final class Builder {
    private @Nullable Nik nik;
    private @Nullable String name;
    private @Nullable LocalDate birthDate;
    private @Nullable String phone;
    private @Nullable String campaign;
    private @Nullable String vaccine;
    private @Nullable Integer dose;

    private Builder() {}

    /**
     * The population number.
     *
     * @param value the NIK
     * @return this
     */
    public Builder nik(@Nullable Nik value) {
      this.nik = value;
      return this;
    }

    /**
     * The name as on the identity card.
     *
     * @param value 1 to {@link #MAX_NAME_LENGTH} characters
     * @return this
     */
    public Builder name(@Nullable String value) {
      this.name = value;
      return this;
    }

    /**
     * The birth date.
     *
     * @param value a day
     * @return this
     */
    public Builder birthDate(@Nullable LocalDate value) {
      this.birthDate = value;
      return this;
    }

    /**
     * Where the person can be called.
     *
     * @param value a telephone number
     * @return this
     */
    public Builder phone(@Nullable String value) {
      this.phone = value;
      return this;
    }

    /**
     * The campaign the slot belongs to.
     *
     * @param value its name in programs
     * @return this
     */
    public Builder campaign(@Nullable String value) {
      this.campaign = value;
      return this;
    }

    /**
     * The vaccine the person was shown.
     *
     * @param cvx its code in CVX
     * @return this
     */
    public Builder vaccine(@Nullable String cvx) {
      this.vaccine = cvx;
      return this;
    }

    /**
     * Which dose it will be.
     *
     * @param value 1 for the first, at most {@link #MAX_DOSE}
     * @return this
     */
    public Builder dose(@Nullable Integer value) {
      this.dose = value;
      return this;
    }

    private Checks checks() {
      Checks checks = new Checks("Registration");
      checks.given("/nik", nik);
      checks.text("/name", name, MAX_NAME_LENGTH);
      checks.given("/birth_date", birthDate);
      checks.form("/phone", phone, Forms.PHONE, Forms.PHONE_RULE);
      checks.form("/campaign", campaign, Forms.CAMPAIGN, Forms.CAMPAIGN_RULE);
      checks.form("/vaccine", vaccine, Forms.CVX, Forms.CVX_RULE);
      checks.range("/dose", dose, 1, MAX_DOSE);
      return checks;
    }

    /**
     * Everything that is missing or wrong so far.
     *
     * @return the violations, possibly none; they quote nothing
     */
    public List<Violation> violations() {
      return checks().violations();
    }

    /**
     * Ends the registration.
     *
     * @return the registration
     * @throws ValidationException with every violation
     */
    public Registration build() {
      return checks().then(() -> new Registration(this));
    }
  }
}
