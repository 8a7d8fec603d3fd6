package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import id.simpul.core.value.Nik;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who got a dose, as a register says it. {@code toString} shows nothing of the person. Immutable.
 */
public final class Vaccinee {
  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 200;

  private final @Nullable WrittenNik nik;
  private final String name;
  private final @Nullable LocalDate birthDate;

  private Vaccinee(@Nullable WrittenNik nik, String name, @Nullable LocalDate birthDate) {
    this.nik = nik;
    this.name = name;
    this.birthDate = birthDate;
  }

  /**
   * A person with whatever stands in the field for the NIK.
   *
   * @param nik what is written there
   * @param name 1 to {@link #MAX_NAME_LENGTH} characters
   * @param birthDate from the year 1800 on, or null when it is not known
   * @return the person
   * @throws ValidationException with everything that is wrong
   */
  public static Vaccinee of(WrittenNik nik, String name, @Nullable LocalDate birthDate) {
    return checked(Objects.requireNonNull(nik, "nik"), name, birthDate);
  }

  /**
   * A person with a NIK that is plausible.
   *
   * @param nik the NIK
   * @param name 1 to {@link #MAX_NAME_LENGTH} characters
   * @param birthDate from the year 1800 on, or null when it is not known
   * @return the person
   * @throws ValidationException with everything that is wrong
   */
  public static Vaccinee of(Nik nik, String name, @Nullable LocalDate birthDate) {
    return checked(WrittenNik.of(nik), name, birthDate);
  }

  /**
   * A person whose NIK is not written down, as of a newborn.
   *
   * @param name 1 to {@link #MAX_NAME_LENGTH} characters
   * @param birthDate from the year 1800 on, or null when it is not known
   * @return the person
   * @throws ValidationException with everything that is wrong
   */
  public static Vaccinee withoutNik(String name, @Nullable LocalDate birthDate) {
    return checked(null, name, birthDate);
  }

  private static Vaccinee checked(
      @Nullable WrittenNik nik, String name, @Nullable LocalDate birthDate) {
    Checks checks = new Checks();
    checks.required("name", name, MAX_NAME_LENGTH);
    checks.date("birthDate", birthDate);
    checks.throwIfAny("Vaccinee");
    return new Vaccinee(nik, name, birthDate);
  }

  /**
   * The NIK as it is written.
   *
   * @return what is written, or empty when nothing is
   */
  public Optional<WrittenNik> nik() {
    return Optional.ofNullable(nik);
  }

  /** What is written for the NIK, if there is a digit in it. */
  Optional<String> nikDigits() {
    return nik()
        .map(WrittenNik::digits)
        .filter(text -> text.chars().anyMatch(c -> c >= '0' && c <= '9'));
  }

  /** The NIK, if what is written can be one. */
  Optional<Nik> plausibleNik() {
    return nik().flatMap(WrittenNik::plausible);
  }

  /**
   * The name as it is written.
   *
   * @return 1 to {@link #MAX_NAME_LENGTH} characters
   */
  public String name() {
    return name;
  }

  /**
   * The birth date.
   *
   * @return the date, or empty when it is not known
   */
  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Vaccinee other
        && Objects.equals(nik, other.nik)
        && name.equals(other.name)
        && Objects.equals(birthDate, other.birthDate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(nik, name, birthDate);
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "Vaccinee[<redacted>]";
  }
}
