package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.KeyRuns;

/**
 * The keys under which statements that may be about one dose meet. A key is a number that two
 * different values may share, so whoever looks something up by it compares the values, too.
 */
final class Keys {
  /** A day and the next: two statements at most a day apart meet under one of them. */
  static final int DAY_VARIANTS = 2;

  /** A digit left out and the next, with a day and the next. */
  static final int NEIGHBOUR_VARIANTS = 4;

  /**
   * How often NIKs are looked through for neighbours: once for each digit and the one behind it.
   * Two NIKs of which one digit differs, or two neighbouring ones are swapped, are alike without.
   */
  static final int NEIGHBOUR_PASSES = 15;

  /** The most statements of one key that are compared with each other. */
  static final int MAX_RUN = 64;

  private Keys() {}

  static KeyRuns.Keys nik(Columns c) {
    return (at, variant) -> Hashes.with(c.nik(at), 0);
  }

  static KeyRuns.Keys person(Columns c) {
    return (at, variant) -> c.personKey(at);
  }

  static KeyRuns.Keys nikAndNumber(Columns c) {
    return (at, variant) -> dose(c.nik(at), c.number(at), c, at, variant);
  }

  static KeyRuns.Keys nikAndLot(Columns c) {
    return (at, variant) -> dose(c.nik(at), c.lot(at), c, at, variant);
  }

  static KeyRuns.Keys personAndNumber(Columns c) {
    return (at, variant) -> dose(c.personKey(at), c.number(at), c, at, variant);
  }

  static KeyRuns.Keys personAndLot(Columns c) {
    return (at, variant) -> dose(c.personKey(at), c.lot(at), c, at, variant);
  }

  static KeyRuns.Keys birthAndDay(Columns c) {
    return (at, variant) -> Hashes.with(Hashes.with(c.birth(at), 1), c.day(at) + (long) variant);
  }

  static KeyRuns.Keys nameAndDay(Columns c) {
    return (at, variant) -> Hashes.with(c.name(at), c.day(at) + (long) variant);
  }

  /** A NIK without one of two digits, with vaccine group and day. */
  static KeyRuns.Keys neighboursAndDay(Columns c, int pass) {
    return (at, variant) ->
        dose(without(c.nik(at), pass + variant / DAY_VARIANTS), 0, c, at, variant % DAY_VARIANTS);
  }

  /** A NIK without one of two digits. */
  static KeyRuns.Keys neighbours(Columns c, int pass) {
    return (at, variant) -> Hashes.with(without(c.nik(at), pass + variant), 0);
  }

  private static long dose(long person, long which, Columns c, int at, int variant) {
    return Hashes.with(
        Hashes.with(Hashes.with(person, which), c.kind(at)), c.day(at) + (long) variant);
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
