package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one version of one record of one register says about a dose. It never changes: a correction
 * is another statement. Two statements are equal when all they say is. {@code toString} shows the
 * register alone. Immutable.
 */
public final class DoseStatement {
  /** The most characters of a record id, lot and location. */
  public static final int MAX_TEXT_LENGTH = 200;

  /** The greatest dose number. */
  public static final int MAX_DOSE_NUMBER = 99;

  /** The most identifiers. */
  public static final int MAX_IDENTIFIERS = 16;

  private static final Comparator<DoseIdentifier> BY_SYSTEM_AND_VALUE =
      Comparator.comparing(DoseIdentifier::system).thenComparing(DoseIdentifier::value);

  private final Register register;
  private final String recordId;
  private final RecordVersion version;
  private final Vaccinee person;
  private final VaccineGroup group;
  private final LocalDate date;
  private final DoseStatus status;
  private final int doseNumber;
  private final @Nullable String lot;
  private final @Nullable LocalDate expiry;
  private final @Nullable String location;
  private final @Nullable Register originator;
  private final List<DoseIdentifier> identifiers;

  private DoseStatement(Builder b, VaccineGroup group, LocalDate date) {
    this.register = b.register;
    this.recordId = b.recordId;
    this.version = b.version;
    this.person = b.person;
    this.group = group;
    this.date = date;
    this.status = b.status;
    this.doseNumber = b.doseNumber;
    this.lot = b.lot;
    this.expiry = b.expiry;
    this.location = b.location;
    this.originator = b.originator;
    this.identifiers = List.copyOf(b.identifiers);
  }

  /**
   * Starts a statement.
   *
   * @param register the register that says it
   * @param recordId the record's id there, opaque; 1 to {@link #MAX_TEXT_LENGTH} characters
   * @param version the version of the record
   * @param person who got the dose
   * @return a builder; vaccine group and date must be given, too
   */
  public static Builder builder(
      Register register, String recordId, RecordVersion version, Vaccinee person) {
    return new Builder(register, recordId, version, person);
  }

  /**
   * Who says it.
   *
   * @return the register
   */
  public Register register() {
    return register;
  }

  /**
   * The record it was read from.
   *
   * @return the record's id in its register
   */
  public String recordId() {
    return recordId;
  }

  /**
   * The version of the record.
   *
   * @return the version
   */
  public RecordVersion version() {
    return version;
  }

  /**
   * Who got the dose.
   *
   * @return the person
   */
  public Vaccinee person() {
    return person;
  }

  /**
   * Which kind of vaccine it was.
   *
   * @return the vaccine group
   */
  public VaccineGroup group() {
    return group;
  }

  /**
   * When it was given, by the calendar of the place where it was given.
   *
   * @return the day; in no time zone of whoever reads or compares it
   */
  public LocalDate date() {
    return date;
  }

  /**
   * What became of it.
   *
   * @return the status
   */
  public DoseStatus status() {
    return status;
  }

  /**
   * The number of the dose in its series.
   *
   * @return 1 to {@link #MAX_DOSE_NUMBER}, or empty
   */
  public Optional<Integer> doseNumber() {
    return doseNumber == 0 ? Optional.empty() : Optional.of(doseNumber);
  }

  /**
   * The lot of the vial.
   *
   * @return the lot, or empty
   */
  public Optional<String> lot() {
    return Optional.ofNullable(lot);
  }

  /**
   * When the vial expires.
   *
   * @return the day, or empty
   */
  public Optional<LocalDate> expiry() {
    return Optional.ofNullable(expiry);
  }

  /**
   * Where it was given.
   *
   * @return the place's code or name, or empty
   */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }

  /**
   * Which register recorded the dose first, as far as this one knows.
   *
   * @return a register, or empty
   */
  public Optional<Register> originator() {
    return Optional.ofNullable(originator);
  }

  /**
   * The identifiers the dose goes by elsewhere.
   *
   * @return different identifiers, sorted
   */
  public List<DoseIdentifier> identifiers() {
    return identifiers;
  }

  private List<Object> state() {
    return List.of(
        register,
        recordId,
        version,
        person,
        group,
        date,
        status,
        doseNumber,
        lot(),
        expiry(),
        location(),
        originator(),
        identifiers);
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof DoseStatement other && state().equals(other.state()));
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  /** Nothing of the person and the record. */
  @Override
  public String toString() {
    return "DoseStatement[" + register + "]";
  }

  /** Collects what a record says. Not thread-safe. */
  public static final class Builder {
    private final Register register;
    private final String recordId;
    private final RecordVersion version;
    private final Vaccinee person;
    private final TreeSet<DoseIdentifier> identifiers = new TreeSet<>(BY_SYSTEM_AND_VALUE);
    private @Nullable VaccineGroup group;
    private @Nullable LocalDate date;
    private DoseStatus status = DoseStatus.COMPLETED;
    private int doseNumber;
    private boolean numbered;
    private @Nullable String lot;
    private @Nullable LocalDate expiry;
    private @Nullable String location;
    private @Nullable Register originator;

    private Builder(Register register, String recordId, RecordVersion version, Vaccinee person) {
      this.register = Objects.requireNonNull(register, "register");
      this.recordId = Objects.requireNonNull(recordId, "recordId");
      this.version = Objects.requireNonNull(version, "version");
      this.person = Objects.requireNonNull(person, "person");
    }

    /**
     * Sets the kind of vaccine.
     *
     * @param value the vaccine group
     * @return this
     */
    public Builder group(VaccineGroup value) {
      group = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets when the dose was given.
     *
     * @param value a day from the year 1800 on
     * @return this
     */
    public Builder date(LocalDate value) {
      date = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what became of it; {@link DoseStatus#COMPLETED} if not set.
     *
     * @param value the status
     * @return this
     */
    public Builder status(DoseStatus value) {
      status = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the number of the dose in its series.
     *
     * @param value 1 to {@link DoseStatement#MAX_DOSE_NUMBER}
     * @return this
     */
    public Builder doseNumber(int value) {
      doseNumber = value;
      numbered = true;
      return this;
    }

    /**
     * Sets the lot of the vial.
     *
     * @param value 1 to {@link DoseStatement#MAX_TEXT_LENGTH} characters, or null for none
     * @return this
     */
    public Builder lot(@Nullable String value) {
      lot = value;
      return this;
    }

    /**
     * Sets when the vial expires.
     *
     * @param value a day from the year 1800 on, or null for none
     * @return this
     */
    public Builder expiry(@Nullable LocalDate value) {
      expiry = value;
      return this;
    }

    /**
     * Sets where it was given.
     *
     * @param value 1 to {@link DoseStatement#MAX_TEXT_LENGTH} characters, or null for none
     * @return this
     */
    public Builder location(@Nullable String value) {
      location = value;
      return this;
    }

    /**
     * Sets which register recorded the dose first.
     *
     * @param value a register, or null when it is not known
     * @return this
     */
    public Builder originator(@Nullable Register value) {
      originator = value;
      return this;
    }

    /**
     * Adds identifiers the dose goes by elsewhere; the same one may come again.
     *
     * @param values identifiers, at most {@link DoseStatement#MAX_IDENTIFIERS} in all
     * @return this
     */
    public Builder identifiers(Collection<DoseIdentifier> values) {
      identifiers.addAll(values);
      return this;
    }

    /**
     * Makes the statement.
     *
     * @return the immutable statement
     * @throws ValidationException with everything that is missing, too long or out of range
     */
    public DoseStatement build() {
      Checks checks = new Checks();
      checks.required("recordId", recordId, MAX_TEXT_LENGTH);
      checks.given("group", group);
      checks.given("date", date);
      checks.date("date", date);
      checks.date("expiry", expiry);
      checks.optional("lot", lot, MAX_TEXT_LENGTH);
      checks.optional("location", location, MAX_TEXT_LENGTH);
      if (numbered && (doseNumber < 1 || doseNumber > MAX_DOSE_NUMBER)) {
        checks.reject(Violation.RANGE, "doseNumber", "is 1 to " + MAX_DOSE_NUMBER);
      }
      if (identifiers.size() > MAX_IDENTIFIERS) {
        checks.reject(
            Violation.LENGTH, "identifiers", "has at most " + MAX_IDENTIFIERS + " entries");
      }
      checks.throwIfAny("DoseStatement");
      return new DoseStatement(
          this, Objects.requireNonNull(group, "group"), Objects.requireNonNull(date, "date"));
    }
  }
}
