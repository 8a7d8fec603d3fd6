package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.KeyFilter;
import id.simpul.health.internal.reconciliation.KeyRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against taking a dose that one register alone has for one the other lacks: the NIK
 * stands for somebody else, too, or the person under another NIK, or a record is there that may be
 * of the same dose. And what speaks against changing a dose both have: another one of the same
 * person, vaccine group and days. Kept for the few groups that have any.
 */
final class Doubts {
  private final Columns columns;
  private final Grouping grouping;
  private final BitSet alone;

  /** Positions whose person the other register has under the same NIK. */
  private final BitSet vouched = new BitSet();

  private final Map<Integer, Set<Reason>> reasons = new HashMap<>();
  private final Map<Integer, Integer> witnesses = new HashMap<>();

  private Doubts(Columns columns, Grouping grouping) {
    this.columns = columns;
    this.grouping = grouping;
    this.alone = grouping.alone();
  }

  static Doubts of(Columns columns, Grouping grouping) {
    Doubts doubts = new Doubts(columns, grouping);
    doubts.byNik();
    doubts.byPerson();
    doubts.byDay();
    doubts.byWord();
    grouping.worn().ofSeveral().stream()
        .forEach(at -> doubts.note(grouping.root(at), Reason.IDENTIFIER_OF_SEVERAL));
    return doubts;
  }

  boolean any(int root) {
    return grouping.ambiguous(root) || reasons.containsKey(root);
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

  /** A statement at its position. */
  private record Seen(int at, DoseStatement said) {
    boolean across(Seen other) {
      return said.register() != other.said.register();
    }

    PersonRelation person(Seen other) {
      return PersonRelation.of(said.person(), other.said.person());
    }
  }

  /** A doubt about a lone position because of another one. */
  private interface Condition {
    @Nullable Reason doubt(Seen lone, Seen other);
  }

  private boolean lone(int at) {
    return alone.get(grouping.root(at));
  }

  /** What lies under keys of others in question; what no key of them leads to is left out. */
  private KeyRuns index(
      KeyRuns.Keys keys, int variants, IntPredicate inQuestion, IntPredicate listed) {
    KeyFilter filter = new KeyFilter(variants * columns.size());
    for (int at = 0; at < columns.size(); at++) {
      for (int variant = 0; variant < variants && inQuestion.test(at); variant++) {
        filter.add(keys.key(at, variant));
      }
    }
    KeyRuns runs = new KeyRuns(keys);
    for (int at = 0; at < columns.size(); at++) {
      for (int variant = 0; variant < variants && listed.test(at); variant++) {
        if (filter.mayHave(keys.key(at, variant))) {
          runs.add(at, variant);
        }
      }
    }
    return runs;
  }

  private KeyRuns index(KeyRuns.Keys keys, int variants, IntPredicate listed) {
    return index(keys, variants, at -> lone(at) && listed.test(at), listed);
  }

  private void byNik() {
    IntPredicate listed = at -> columns.nik(at) != Columns.NONE;
    KeyRuns runs = new KeyRuns(Keys.nik(columns), columns.size());
    for (int at = 0; at < columns.size(); at++) {
      if (listed.test(at)) {
        runs.add(at, 0);
      }
    }
    runs.forEach((items, count) -> {
      crowded(items, count);
      compare(items, count, at -> true, this::underOneNik);
    });
  }

  private @Nullable Reason underOneNik(Seen lone, Seen other) {
    PersonRelation person = lone.person(other);
    if (person.nik() != PersonRelation.NikRelation.EQUAL) {
      return null;
    }
    if (lone.across(other) && person.sameByName()) {
      vouched.set(lone.at());
    }
    if (possiblySame(lone, other)) {
      note(grouping.root(lone.at()), Reason.POSSIBLY_RECORDED, other.at());
    }
    return person.heldByAnother() ? Reason.NIK_HELD_BY_ANOTHER : null;
  }

  /** Two doses of one person and vaccine group in the same days: which is which is not sure. */
  private void crowded(int[] items, int count) {
    if (count > Keys.MAX_RUN) {
      for (int i = 0; i < count; i++) {
        note(grouping.root(items[i]), Reason.AMBIGUOUS);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        int root = grouping.root(items[i]);
        boolean another = grouping.root(items[j]) != root && columns.given(items[j]);
        if (another && !alone.get(root) && sameDays(items[i], items[j])) {
          note(root, Reason.POSSIBLY_RECORDED, items[j]);
        }
      }
    }
  }

  private boolean sameDays(int a, int b) {
    return columns.nik(a) == columns.nik(b)
        && columns.group(a) == columns.group(b)
        && columns.near(a, b);
  }

  /** Whether, the person being the same, another record may be of the dose. */
  private boolean possiblySame(Seen lone, Seen other) {
    DoseStatement a = lone.said();
    DoseStatement b = other.said();
    boolean across = lone.across(other);
    if (!across && !columns.given(other.at())) {
      // The register itself says that it is none, or none any more.
      return false;
    }
    boolean near = Doses.daysNear(a.date(), b.date());
    boolean sameNumber = Doses.agree(DoseField.DOSE_NUMBER, a, b);
    if (a.group().equals(b.group()) && (near || sameNumber)) {
      return true;
    }
    boolean accounted = !across || !alone.get(grouping.root(other.at()));
    return ((across || near) && Doses.agree(DoseField.LOT, a, b)) || (near && !accounted);
  }

  private void byPerson() {
    IntPredicate named = at -> columns.personKey(at) != Columns.NONE;
    index(Keys.person(columns), 1, named).forEach(this::comparePersons);
    IntPredicate numbered = at -> columns.nik(at) != Columns.NONE;
    for (int pass = 0; pass < Keys.NEIGHBOUR_PASSES; pass++) {
      index(Keys.neighbours(columns, pass), 2, numbered).forEach(this::comparePersons);
    }
  }

  /** However many doses a person has, they are compared with the others once. */
  private void comparePersons(int[] items, int count) {
    if (oneNik(items, count)) {
      return;
    }
    // Of each, two records of different groups do: one of them is not the group in question.
    BitSet kept = new BitSet();
    Map<Holder, Integer> firstRoots = new HashMap<>();
    Set<Holder> twice = new HashSet<>();
    for (int i = 0; i < count; i++) {
      DoseStatement said = columns.statement(items[i]);
      Holder holder = new Holder(said.register(), said.person());
      int root = grouping.root(items[i]);
      Integer first = firstRoots.putIfAbsent(holder, root);
      if (first == null || (first != root && twice.add(holder))) {
        kept.set(items[i]);
      }
    }
    if (firstRoots.size() > 1) {
      compare(items, count, kept::get, this::underAnotherNik);
    }
  }

  private boolean oneNik(int[] items, int count) {
    long nik = columns.nik(items[0]);
    return nik != Columns.NONE
        && Arrays.stream(items, 0, count).allMatch(at -> columns.nik(at) == nik);
  }

  /** A person as a register has it. */
  private record Holder(Register register, Vaccinee person) {}

  private @Nullable Reason underAnotherNik(Seen lone, Seen other) {
    // Who mistyped it in the register that the other one vouches against is not in doubt here.
    boolean inDoubt = lone.across(other) || !vouched.get(lone.at());
    return inDoubt && lone.person(other).nikSuspected() ? Reason.NIK_TYPO_SUSPECTED : null;
  }

  private void byDay() {
    index(Keys.birthAndDay(columns), Keys.DAY_VARIANTS, at -> columns.birth(at) != Columns.NO_DAY)
        .forEach((items, count) -> compare(items, count, at -> true, this::onThatDay));
    index(Keys.nameAndDay(columns), Keys.DAY_VARIANTS, at -> columns.name(at) != Columns.NONE)
        .forEach((items, count) -> compare(items, count, at -> true, this::onThatDay));
  }

  /** Records that say little of a person are looked up by each word of the name. */
  private void byWord() {
    IntPredicate vague = at -> columns.birth(at) == Columns.NO_DAY;
    if (IntStream.range(0, columns.size()).noneMatch(vague)) {
      return;
    }
    KeyRuns.Keys keys = new WordKeys(columns);
    index(keys, KeyRuns.MAX_VARIANTS, vague, at -> vague.test(at) || lone(at))
        .forEach((items, count) -> compare(items, count, vague, this::onThatDayForBoth));
  }

  private @Nullable Reason onThatDayForBoth(Seen lone, Seen vague) {
    Reason reason = onThatDay(lone, vague);
    if (reason != null && lone(vague.at())) {
      note(grouping.root(vague.at()), reason, lone.at());
    }
    return reason;
  }

  private @Nullable Reason onThatDay(Seen lone, Seen other) {
    boolean near = Doses.daysNear(lone.said().date(), other.said().date());
    return near && possiblySame(lone, other) && lone.person(other).mayBeSame()
        ? Reason.POSSIBLY_RECORDED
        : null;
  }

  private void compare(int[] items, int count, IntPredicate other, Condition condition) {
    List<Integer> lones = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (lone(items[i])) {
        lones.add(items[i]);
      }
      if (other.test(items[i])) {
        others.add(items[i]);
      }
    }
    if ((long) lones.size() * others.size() > (long) Keys.MAX_RUN * Keys.MAX_RUN) {
      lones.forEach(at -> note(grouping.root(at), Reason.AMBIGUOUS));
    } else if (!lones.isEmpty() && !others.isEmpty()) {
      List<Seen> seen = others.stream().map(this::seen).toList();
      lones.forEach(at -> compare(seen(at), seen, condition));
    }
  }

  private Seen seen(int at) {
    return new Seen(at, columns.statement(at));
  }

  private void compare(Seen lone, List<Seen> others, Condition condition) {
    int root = grouping.root(lone.at());
    for (Seen other : others) {
      if (grouping.root(other.at()) != root) {
        Reason reason = condition.doubt(lone, other);
        if (reason != null) {
          note(root, reason, other.at());
        }
      }
    }
  }

  private void note(int root, Reason reason, int witness) {
    note(root, reason);
    witnesses.merge(root, witness, Math::min);
  }

  private void note(int root, Reason reason) {
    reasons.computeIfAbsent(root, r -> EnumSet.noneOf(Reason.class)).add(reason);
  }
}
