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
 * and birth date for the NIK. The last two join only where there is one candidate on either side,
 * and the last leaves out what had several in the one before. A dose that was given and one that
 * was refused are never joined but by name.
 */
final class Grouping {
  private final Columns columns;
  private final DisjointSets sets;
  private final BitSet ambiguous = new BitSet();
  private final WornIdentifiers worn;

  private Grouping(Columns columns) {
    this.columns = columns;
    this.sets = new DisjointSets(columns.size());
    this.worn = new WornIdentifiers(columns);
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

  /** The identifiers that identify nothing. */
  WornIdentifiers worn() {
    return worn;
  }

  /** Whether two positions may be of one person and dose. */
  private interface Condition {
    boolean holds(int a, int b);
  }

  /** One record, or one identifier. */
  private void byName() {
    KeyRuns runs = new KeyRuns(columns::identifier);
    for (int at = 0; at < columns.size(); at++) {
      if (columns.sameRecordAsBefore(at)) {
        sets.join(at - 1, at);
      }
      for (int which = 0; which < columns.identifiers(at); which++) {
        runs.add(at, which);
      }
    }
    runs.forEach((items, count) ->
        worn.identified(items, count, runs.key())
            .forEach(same -> joinAll(same, same.length, (a, b) -> true)));
  }

  private void joinAll(int[] items, int count, Condition same) {
    int[] different = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      int known = 0;
      while (known < n && !same.holds(different[known], items[i])) {
        known++;
      }
      if (known < n) {
        sets.join(different[known], items[i]);
      } else {
        different[n++] = items[i];
      }
    }
  }

  private void byNikAndNumber() {
    KeyRuns runs = new KeyRuns(Keys.nikAndNumber(columns), Keys.DAY_VARIANTS * columns.size());
    for (int at = 0; at < columns.size(); at++) {
      if (columns.nik(at) != Columns.NONE && columns.number(at) != 0) {
        Keys.addDays(runs, at);
      }
    }
    runs.forEach((items, count) ->
        joinAll(
            items,
            count,
            (a, b) -> sameNik(a, b) && columns.number(a) == columns.number(b) && near(a, b)));
  }

  private boolean sameNik(int a, int b) {
    return columns.nik(a) != Columns.NONE && columns.nik(a) == columns.nik(b);
  }

  private boolean near(int a, int b) {
    return columns.kind(a) == columns.kind(b) && columns.near(a, b);
  }

  private void byNikAndLot() {
    BitSet alone = alone();
    KeyRuns runs = new KeyRuns(Keys.nikAndLot(columns));
    for (int at = 0; at < columns.size(); at++) {
      boolean comparable = columns.nik(at) != Columns.NONE && columns.lot(at) != Columns.NONE;
      if (comparable && alone.get(root(at))) {
        Keys.addDays(runs, at);
      }
    }
    UniquePairs pairs = new UniquePairs(ambiguous);
    runs.forEach((items, count) ->
        pair(items, count, pairs, (a, b) -> sameNik(a, b) && near(a, b) && columns.sameLot(a, b)));
    pairs.join(sets);
  }

  private void byPerson() {
    BitSet alone = alone();
    alone.andNot(ambiguous);
    UniquePairs pairs = new UniquePairs(ambiguous);
    KeyRuns numbers = new KeyRuns(Keys.personAndNumber(columns));
    KeyRuns lots = new KeyRuns(Keys.personAndLot(columns));
    for (int at = 0; at < columns.size(); at++) {
      if (alone.get(root(at)) && columns.personKey(at) != Columns.NONE) {
        addPerson(at, numbers, lots);
      }
    }
    numbers.forEach((items, count) -> pair(items, count, pairs, this::samePersonAndDose));
    lots.forEach((items, count) -> pair(items, count, pairs, this::samePersonAndDose));
    HeldNiks held = HeldNiks.of(columns);
    for (int pass = 0; pass < Keys.NEIGHBOUR_PASSES; pass++) {
      neighbours(pass, alone)
          .forEach((items, count) ->
              pair(items, count, pairs, (a, b) -> neighbours(a, b) && !twins(a, b, held)));
    }
    pairs.join(sets);
  }

  private void addPerson(int at, KeyRuns numbers, KeyRuns lots) {
    if (columns.number(at) != 0) {
      Keys.addDays(numbers, at);
    }
    if (columns.lot(at) != Columns.NONE) {
      Keys.addDays(lots, at);
    }
  }

  private KeyRuns neighbours(int pass, BitSet alone) {
    KeyRuns runs = new KeyRuns(Keys.neighboursAndDay(columns, pass));
    for (int at = 0; at < columns.size(); at++) {
      if (alone.get(root(at)) && columns.nik(at) != Columns.NONE) {
        for (int variant = 0; variant < Keys.NEIGHBOUR_VARIANTS; variant++) {
          runs.add(at, variant);
        }
      }
    }
    return runs;
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

  private boolean sameDose(int a, int b) {
    boolean sameNumber = columns.number(a) != 0 && columns.number(a) == columns.number(b);
    return near(a, b) && (sameNumber || columns.sameLot(a, b));
  }

  private boolean samePersonAndDose(int a, int b) {
    return sameDose(a, b)
        && PersonRelation.of(columns.person(a), columns.person(b)).samePersonWithoutNik();
  }

  /** Whether names that are nearly the same hide a NIK that is, too. */
  private boolean neighbours(int a, int b) {
    if (!sameDose(a, b)) {
      return false;
    }
    PersonRelation relation = PersonRelation.of(columns.person(a), columns.person(b));
    return relation.nik() == NikRelation.ONE_SLIP && relation.nikTypo();
  }

  /** Nearly one name under two NIKs that one register has both: two people rather than a slip. */
  private boolean twins(int a, int b, HeldNiks held) {
    return held.together(columns.nik(a), columns.nik(b))
        && !DoseField.NAME
            .value(columns.statement(a))
            .equals(DoseField.NAME.value(columns.statement(b)));
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
