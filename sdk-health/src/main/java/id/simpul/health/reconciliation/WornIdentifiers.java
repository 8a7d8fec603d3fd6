package id.simpul.health.reconciliation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Identifiers that identify no dose: too many go by them, or one register has them for two people
 * or for two days. What a register took back does not count, because it may have corrected it.
 */
final class WornIdentifiers {
  private final Columns columns;
  private final BitSet slots = new BitSet();
  private final BitSet ofSeveral = new BitSet();

  WornIdentifiers(Columns columns) {
    this.columns = columns;
  }

  /** The positions of each identifier of a key that is good for joining them; marks the others. */
  List<int[]> identified(int[] items, int count, long key) {
    if (count > Keys.MAX_RUN) {
      for (int i = 0; i < count; i++) {
        wear(items[i], key);
      }
      return List.of();
    }
    Map<DoseIdentifier, List<Integer>> named = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      for (int which = 0; which < columns.identifiers(items[i]); which++) {
        if (columns.identifier(items[i], which) == key) {
          DoseIdentifier name = columns.statement(items[i]).identifiers().get(which);
          named.computeIfAbsent(name, n -> new ArrayList<>()).add(items[i]);
        }
      }
    }
    List<int[]> good = new ArrayList<>();
    named
        .values()
        .forEach(of -> {
          if (oneDose(of)) {
            good.add(of.stream().mapToInt(at -> at).toArray());
          } else {
            of.forEach(at -> wear(at, key));
          }
        });
    return good;
  }

  private void wear(int at, long key) {
    for (int which = 0; which < columns.identifiers(at); which++) {
      if (columns.identifier(at, which) == key) {
        slots.set(columns.slot(at, which));
      }
    }
  }

  private boolean oneDose(List<Integer> items) {
    List<DoseStatement> said =
        items.stream().filter(at -> !columns.error(at)).map(columns::statement).toList();
    boolean onePerson = true;
    boolean oneDay = true;
    for (int i = 0; i < said.size(); i++) {
      for (int j = 0; j < i; j++) {
        DoseStatement a = said.get(i);
        DoseStatement b = said.get(j);
        if (a.register() == b.register() && !a.recordId().equals(b.recordId())) {
          onePerson &= !PersonRelation.of(a.person(), b.person()).contradictory();
          oneDay &= Doses.daysNear(a.date(), b.date());
        }
      }
    }
    if (!onePerson) {
      items.forEach(ofSeveral::set);
    }
    return onePerson && oneDay;
  }

  /** The positions that go by an identifier one register has for several people. */
  BitSet ofSeveral() {
    return ofSeveral;
  }

  /** Those of some positions. */
  Set<DoseIdentifier> of(int[] items, int count) {
    Set<DoseIdentifier> worn = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      for (int which = 0; which < columns.identifiers(items[i]); which++) {
        if (slots.get(columns.slot(items[i], which))) {
          worn.add(columns.statement(items[i]).identifiers().get(which));
        }
      }
    }
    return worn;
  }
}
