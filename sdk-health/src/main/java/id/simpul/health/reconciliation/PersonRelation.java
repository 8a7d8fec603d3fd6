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
    /** One digit wrong, two neighbours swapped, or day and month. */
    ONE_SLIP,
    DIFFERENT,
    UNKNOWN
  }

  static PersonRelation of(Vaccinee a, Vaccinee b) {
    return new PersonRelation(nik(a, b), Spellings.compare(a.name(), b.name()), birth(a, b));
  }

  private static NikRelation nik(Vaccinee a, Vaccinee b) {
    Optional<String> writtenA = a.nikDigits();
    Optional<String> writtenB = b.nikDigits();
    if (writtenA.isEmpty() || writtenB.isEmpty()) {
      return NikRelation.ABSENT;
    }
    boolean usable = a.plausibleNik().isPresent() && b.plausibleNik().isPresent();
    if (writtenA.equals(writtenB)) {
      return usable ? NikRelation.EQUAL : NikRelation.EQUAL_UNUSABLE;
    }
    if (!usable) {
      return NikRelation.MALFORMED;
    }
    if (Edits.one(writtenA.get(), writtenB.get())) {
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
    LocalDate dateA = a.birthDate().get();
    LocalDate dateB = b.birthDate().get();
    if (dateA.equals(dateB)) {
      return BirthRelation.SAME;
    }
    boolean turned =
        dateA.getYear() == dateB.getYear()
            && dateA.getMonthValue() == dateB.getDayOfMonth()
            && dateA.getDayOfMonth() == dateB.getMonthValue();
    return turned || Edits.one(dateA.toString(), dateB.toString())
        ? BirthRelation.ONE_SLIP
        : BirthRelation.DIFFERENT;
  }

  /**
   * Whether the date in the person's NIK is not the birth date beside it; a woman's has forty added
   * to the day. Nothing is concluded from that but that one of the two may be mistyped: a NIK is
   * not corrected when the birth date is.
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

  /** Whether one NIK stands for two who are not shown to be one. */
  boolean heldByAnother() {
    boolean shown =
        switch (birth) {
          case SAME -> name != Likeness.DIFFERENT;
          case UNKNOWN -> name == Likeness.SAME;
          case ONE_SLIP, DIFFERENT -> false;
        };
    return nik == NikRelation.EQUAL && !shown;
  }

  /** Whether everything that is known of both says one person. */
  boolean surelySame() {
    return nik == NikRelation.EQUAL && !heldByAnother();
  }

  boolean nikTypo() {
    return sameByName()
        && (nik == NikRelation.ONE_SLIP
            || nik == NikRelation.CONTRADICTS_BIRTH
            || nik == NikRelation.MALFORMED);
  }

  /** Whether one person may stand under two NIKs, on whatever days. */
  boolean nikSuspected() {
    if (nik == NikRelation.EQUAL || nik == NikRelation.ABSENT || name == Likeness.DIFFERENT) {
      return false;
    }
    return birth == BirthRelation.SAME
        || (nik == NikRelation.ONE_SLIP && birth != BirthRelation.DIFFERENT);
  }

  /** Whether it cannot be ruled out that a dose of the one is a dose of the other. */
  boolean mayBeSame() {
    if (name == Likeness.DIFFERENT) {
      return false;
    }
    return birth != BirthRelation.DIFFERENT
        || (nik != NikRelation.DIFFERENT && nik != NikRelation.ABSENT);
  }

  /** Whether they can hardly be one: what names both names neither. */
  boolean contradictory() {
    boolean differentNik =
        nik != NikRelation.EQUAL && nik != NikRelation.EQUAL_UNUSABLE && nik != NikRelation.ABSENT;
    return differentNik || name == Likeness.DIFFERENT;
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
