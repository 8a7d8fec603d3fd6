package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.KeyRuns;

/** The keys under which statements that may be about one dose meet. */
final class Keys {
  /** A day and the next: two statements at most a day apart meet under one of them. */
  static final int DAY_VARIANTS = 2;

  /** A NIK with each of its digits left out: two NIKs one slip apart have such a rest in common. */
  static final int NIK_VARIANTS = 16;

  /** The most statements of one key that are compared with each other. */
  static final int MAX_RUN = 64;

  private Keys() {}

  static KeyRuns identifiers(Columns c) {
    return new KeyRuns(c::identifier);
  }

  static KeyRuns nik(Columns c) {
    return new KeyRuns((at, variant) -> Hashes.with(c.nik(at), 0));
  }

  static KeyRuns person(Columns c) {
    return new KeyRuns((at, variant) -> c.personKey(at));
  }

  static KeyRuns nikAndNumber(Columns c) {
    return new KeyRuns((at, variant) -> dose(c.nik(at), c.number(at), c, at, variant));
  }

  static KeyRuns nikAndLot(Columns c) {
    return new KeyRuns((at, variant) -> dose(c.nik(at), c.lot(at), c, at, variant));
  }

  static KeyRuns nikAndDay(Columns c) {
    return new KeyRuns((at, variant) -> dose(c.nik(at), 0, c, at, variant));
  }

  static KeyRuns personAndNumber(Columns c) {
    return new KeyRuns((at, variant) -> dose(c.personKey(at), c.number(at), c, at, variant));
  }

  static KeyRuns personAndLot(Columns c) {
    return new KeyRuns((at, variant) -> dose(c.personKey(at), c.lot(at), c, at, variant));
  }

  static KeyRuns nikNeighbours(Columns c) {
    return new KeyRuns((at, variant) -> Hashes.with(without(c.nik(at), variant), c.group(at)));
  }

  private static long dose(long person, long which, Columns c, int at, int variant) {
    return Hashes.with(
        Hashes.with(Hashes.with(person, which), c.group(at)), c.day(at) + (long) variant);
  }

  /** A number of sixteen digits without the one that has so many behind it. */
  private static long without(long nik, int behind) {
    long power = 1;
    for (int i = 0; i < behind; i++) {
      power *= 10;
    }
    return nik / (power * 10) * power + nik % power;
  }

  static void addDays(KeyRuns runs, int at) {
    for (int variant = 0; variant < DAY_VARIANTS; variant++) {
      runs.add(at, variant);
    }
  }
}
