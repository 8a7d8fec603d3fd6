package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.DisjointSets;
import id.simpul.health.internal.reconciliation.KeyRuns;
import id.simpul.health.internal.reconciliation.UniquePairs;
import id.simpul.health.reconciliation.PersonRelation.NikRelation;
import java.util.BitSet;

/**
 * Which statements are about one dose. Four steps, each a function of the whole set and of the
 * steps before it: what names itself alike; the same NIK, vaccine group, dose number and day within
 * one; of what is still alone, the same with the lot for the number; of what is still alone, name
 * and birth date for the NIK. The last two join only where there is one candidate on either side.
 */
final class Grouping {
  private final Columns columns;
  private final DisjointSets sets;
  private final BitSet ambiguous = new BitSet();

  private Grouping(Columns columns) {
    this.columns = columns;
    this.sets = new DisjointSets(columns.size());
  }

  static Grouping of(Columns columns) {
    Grouping grouping = new Grouping(columns);
    grouping.byName();
    grouping.byNikAndNumber();
    grouping.byNikAndLot();
    grouping.byPerson();
    return grouping;
  }

  /** The position that stands for a group: its first. */
  int root(int at) {
    return sets.root(at);
  }

  boolean ambiguous(int root) {
    return ambiguous.get(root);
  }

  /** One record, or one identifier. */
  private void byName() {
    KeyRuns runs = Keys.identifiers(columns);
    for (int at = 0; at < columns.size(); at++) {
      if (columns.sameRecordAsBefore(at)) {
        sets.join(at - 1, at);
      }
      for (int which = 0; which < columns.identifiers(at); which++) {
        runs.add(at, which);
      }
    }
    runs.forEach((items, count) -> {
      // What so many doses go by identifies none of them.
      if (count <= Keys.MAX_RUN) {
        joinAll(items, count);
      }
    });
  }

  private void joinAll(int[] items, int count) {
    for (int i = 1; i < count; i++) {
      sets.join(items[0], items[i]);
    }
  }

  private void byNikAndNumber() {
    KeyRuns runs = Keys.nikAndNumber(columns);
    for (int at = 0; at < columns.size(); at++) {
      if (columns.nik(at) != Columns.NONE && columns.number(at) != 0) {
        Keys.addDays(runs, at);
      }
    }
    runs.forEach(this::joinAll);
  }

  private void byNikAndLot() {
    BitSet alone = alone();
    KeyRuns runs = Keys.nikAndLot(columns);
    for (int at = 0; at < columns.size(); at++) {
      boolean comparable = columns.nik(at) != Columns.NONE && columns.lot(at) != Columns.NONE;
      if (comparable && alone.get(root(at))) {
        Keys.addDays(runs, at);
      }
    }
    UniquePairs pairs = new UniquePairs(ambiguous);
    runs.forEach((items, count) -> pair(items, count, pairs, (a, b) -> true));
    pairs.join(sets);
  }

  private void byPerson() {
    BitSet alone = alone();
    KeyRuns numbers = Keys.personAndNumber(columns);
    KeyRuns lots = Keys.personAndLot(columns);
    KeyRuns neighbours = Keys.nikNeighbours(columns);
    for (int at = 0; at < columns.size(); at++) {
      if (alone.get(root(at))) {
        addPerson(at, numbers, lots, neighbours);
      }
    }
    UniquePairs pairs = new UniquePairs(ambiguous);
    numbers.forEach((items, count) -> pair(items, count, pairs, this::samePerson));
    lots.forEach((items, count) -> pair(items, count, pairs, this::samePerson));
    neighbours.forEach((items, count) -> pair(items, count, pairs, this::neighbours));
    pairs.join(sets);
  }

  private void addPerson(int at, KeyRuns numbers, KeyRuns lots, KeyRuns neighbours) {
    if (columns.personKey(at) != Columns.NONE) {
      if (columns.number(at) != 0) {
        Keys.addDays(numbers, at);
      }
      if (columns.lot(at) != Columns.NONE) {
        Keys.addDays(lots, at);
      }
    }
    if (columns.nik(at) != Columns.NONE) {
      for (int variant = 0; variant < Keys.NIK_VARIANTS; variant++) {
        neighbours.add(at, variant);
      }
    }
  }

  /** Whether two positions may be of one person and dose. */
  private interface Condition {
    boolean holds(int national, int regional);
  }

  private void pair(int[] items, int count, UniquePairs pairs, Condition condition) {
    if (count > Keys.MAX_RUN) {
      // Too many to compare, and whatever came of it would be ambiguous.
      for (int i = 0; i < count; i++) {
        ambiguous.set(root(items[i]));
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        int national = columns.national(items[i]) ? items[i] : items[j];
        int regional = columns.national(items[i]) ? items[j] : items[i];
        boolean across = columns.national(national) && !columns.national(regional);
        if (across && condition.holds(national, regional)) {
          pairs.add(root(national), root(regional));
        }
      }
    }
  }

  private boolean samePerson(int a, int b) {
    return PersonRelation.of(columns.person(a), columns.person(b)).samePersonWithoutNik();
  }

  /** Whether names that are nearly the same hide a NIK that is, too. */
  private boolean neighbours(int a, int b) {
    boolean sameNumber = columns.number(a) != 0 && columns.number(a) == columns.number(b);
    boolean sameLot = columns.lot(a) != Columns.NONE && columns.lot(a) == columns.lot(b);
    if (Math.abs(columns.day(a) - columns.day(b)) > Doses.MAX_DAYS_APART
        || !(sameNumber || sameLot)) {
      return false;
    }
    PersonRelation relation = PersonRelation.of(columns.person(a), columns.person(b));
    return relation.nik() == NikRelation.ONE_SLIP && relation.nikTypo();
  }

  /** The roots of groups that one register alone has. */
  BitSet alone() {
    BitSet nationals = new BitSet();
    BitSet regionals = new BitSet();
    for (int at = 0; at < columns.size(); at++) {
      (columns.national(at) ? nationals : regionals).set(root(at));
    }
    nationals.xor(regionals);
    return nationals;
  }
}
