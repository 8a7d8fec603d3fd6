package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.KeyRuns;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against taking a dose that one register alone has for one the other lacks: the NIK is
 * somebody else's there, or a slip away from the same person's, or a dose of those days is there
 * that cannot be told from it. Kept for the few groups that have any.
 */
final class Doubts {
  private final Columns columns;
  private final Grouping grouping;
  private final BitSet alone;
  private final Map<Integer, Set<Reason>> reasons = new HashMap<>();
  private final Map<Integer, Integer> witnesses = new HashMap<>();

  private Doubts(Columns columns, Grouping grouping) {
    this.columns = columns;
    this.grouping = grouping;
    this.alone = grouping.alone();
  }

  static Doubts of(Columns columns, Grouping grouping) {
    Doubts doubts = new Doubts(columns, grouping);
    KeyRuns niks = Keys.nik(columns);
    KeyRuns persons = Keys.person(columns);
    KeyRuns days = Keys.nikAndDay(columns);
    for (int at = 0; at < columns.size(); at++) {
      if (columns.nik(at) != Columns.NONE) {
        niks.add(at, 0);
        Keys.addDays(days, at);
      }
      if (columns.personKey(at) != Columns.NONE) {
        persons.add(at, 0);
      }
    }
    niks.forEach((items, count) ->
        doubts.compare(items, count, Reason.NIK_HELD_BY_ANOTHER, doubts::heldByAnother));
    persons.forEach(
        (items, count) -> doubts.compare(items, count, Reason.NIK_TYPO_SUSPECTED, doubts::typo));
    days.forEach(
        (items, count) -> doubts.compare(items, count, Reason.POSSIBLY_RECORDED, (a, b) -> true));
    return doubts;
  }

  Set<Reason> reasons(int root) {
    Set<Reason> found = EnumSet.noneOf(Reason.class);
    found.addAll(reasons.getOrDefault(root, Set.of()));
    if (grouping.ambiguous(root)) {
      found.add(Reason.AMBIGUOUS);
    }
    return found;
  }

  @Nullable Integer witness(int root) {
    return witnesses.get(root);
  }

  /** A doubt about a lone position because of one of the other register. */
  private interface Condition {
    boolean holds(int lone, int other);
  }

  private void compare(int[] items, int count, Reason reason, Condition condition) {
    boolean tooMany = count > Keys.MAX_RUN;
    for (int i = 0; i < count; i++) {
      int lone = items[i];
      int root = grouping.root(lone);
      if (!alone.get(root)) {
        continue;
      }
      if (tooMany) {
        reasons.computeIfAbsent(root, r -> EnumSet.noneOf(Reason.class)).add(Reason.AMBIGUOUS);
        continue;
      }
      for (int j = 0; j < count; j++) {
        int other = items[j];
        if (columns.national(other) != columns.national(lone) && condition.holds(lone, other)) {
          reasons.computeIfAbsent(root, r -> EnumSet.noneOf(Reason.class)).add(reason);
          witnesses.merge(root, other, Math::min);
        }
      }
    }
  }

  private boolean heldByAnother(int lone, int other) {
    return PersonRelation.of(columns.person(lone), columns.person(other)).wrongPerson();
  }

  private boolean typo(int lone, int other) {
    return columns.nik(lone) != columns.nik(other)
        && PersonRelation.of(columns.person(lone), columns.person(other)).nikTypo();
  }
}
