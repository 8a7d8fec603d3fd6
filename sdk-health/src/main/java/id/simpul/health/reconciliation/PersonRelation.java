package id.simpul.health.reconciliation;

import id.simpul.core.value.Nik;
import id.simpul.health.internal.reconciliation.Edits;
import id.simpul.health.internal.reconciliation.Spellings;
import id.simpul.health.internal.reconciliation.Spellings.Likeness;
import java.time.LocalDate;
import java.util.Optional;

/** How two persons compare. Symmetric. */
record PersonRelation(NikRelation nik, Likeness name, BirthRelation birth) {
  private static final int BIRTH_DIGITS = 6;
  private static final int WOMAN_DAY_OFFSET = 40;

  /** How two NIKs compare. */
  enum NikRelation {
    EQUAL,
    /** Alike, but no NIK: a placeholder, perhaps. */
    EQUAL_UNUSABLE,
    ONE_SLIP,
    CONTRADICTS_BIRTH,
    MALFORMED,
    ABSENT,
    DIFFERENT
  }

  /** How two birth dates compare. */
  enum BirthRelation {
    SAME,
    DIFFERENT,
    UNKNOWN
  }

  static PersonRelation of(Vaccinee a, Vaccinee b) {
    return new PersonRelation(nik(a, b), Spellings.compare(a.name(), b.name()), birth(a, b));
  }

  private static NikRelation nik(Vaccinee a, Vaccinee b) {
    if (a.nik().isEmpty() || b.nik().isEmpty()) {
      return NikRelation.ABSENT;
    }
    String digitsA = a.nik().get().digits();
    String digitsB = b.nik().get().digits();
    boolean usable = a.plausibleNik().isPresent() && b.plausibleNik().isPresent();
    if (digitsA.equals(digitsB)) {
      return usable ? NikRelation.EQUAL : NikRelation.EQUAL_UNUSABLE;
    }
    if (!usable) {
      return NikRelation.MALFORMED;
    }
    if (Edits.one(digitsA, digitsB)) {
      return NikRelation.ONE_SLIP;
    }
    return contradictsBirth(a) || contradictsBirth(b)
        ? NikRelation.CONTRADICTS_BIRTH
        : NikRelation.DIFFERENT;
  }

  private static BirthRelation birth(Vaccinee a, Vaccinee b) {
    if (a.birthDate().isEmpty() || b.birthDate().isEmpty()) {
      return BirthRelation.UNKNOWN;
    }
    return a.birthDate().equals(b.birthDate()) ? BirthRelation.SAME : BirthRelation.DIFFERENT;
  }

  /**
   * Whether the date in the person's NIK is not the birth date beside it. Nothing is concluded from
   * that but that one of the two may be mistyped: a NIK is not corrected when the birth date is.
   */
  static boolean contradictsBirth(Vaccinee person) {
    Optional<Nik> nik = person.plausibleNik();
    Optional<LocalDate> birth = person.birthDate();
    if (nik.isEmpty() || birth.isEmpty()) {
      return false;
    }
    String digits = nik.get().reveal();
    int coded = Integer.parseInt(digits, BIRTH_DIGITS, BIRTH_DIGITS + 2, 10);
    int day = coded > WOMAN_DAY_OFFSET ? coded - WOMAN_DAY_OFFSET : coded;
    int month = Integer.parseInt(digits, BIRTH_DIGITS + 2, BIRTH_DIGITS + 4, 10);
    int year = Integer.parseInt(digits, BIRTH_DIGITS + 4, BIRTH_DIGITS + 6, 10);
    LocalDate date = birth.get();
    return day != date.getDayOfMonth()
        || month != date.getMonthValue()
        || year != date.getYear() % 100;
  }

  boolean wrongPerson() {
    return nik == NikRelation.EQUAL
        && name == Likeness.DIFFERENT
        && birth == BirthRelation.DIFFERENT;
  }

  boolean nikTypo() {
    return sameByName()
        && (nik == NikRelation.ONE_SLIP
            || nik == NikRelation.CONTRADICTS_BIRTH
            || nik == NikRelation.MALFORMED);
  }

  /** Whether name and birth date say that it is one person. */
  boolean sameByName() {
    return name != Likeness.DIFFERENT && birth == BirthRelation.SAME;
  }

  /** Whether it may be one person although the NIKs do not show it. */
  boolean samePersonWithoutNik() {
    return sameByName() && nik != NikRelation.EQUAL && nik != NikRelation.DIFFERENT;
  }
}
