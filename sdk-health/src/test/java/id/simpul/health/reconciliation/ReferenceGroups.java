package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Spellings;
import id.simpul.health.reconciliation.PersonRelation.NikRelation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The groups by comparing everything with everything, as {@code docs/reconciliation.md} says. */
final class ReferenceGroups {
  private final List<Set<DoseStatement>> groups = new ArrayList<>();

  private ReferenceGroups() {}

  static Set<Set<DoseStatement>> of(StatementSet set) {
    ReferenceGroups reference = new ReferenceGroups();
    List<DoseStatement> all = set.stream().toList();
    all.stream()
        .filter(s -> all.stream().noneMatch(o -> supersedes(o, s)))
        .forEach(s -> reference.groups.add(new HashSet<>(Set.of(s))));
    reference.joinAll(ReferenceGroups::sameName);
    reference.joinAll(ReferenceGroups::sameNikAndNumber);
    reference.joinUnique(ReferenceGroups::sameNikAndLot);
    reference.joinUnique(ReferenceGroups::samePersonAndDose);
    return Set.copyOf(reference.groups);
  }

  private static boolean sameRecord(DoseStatement a, DoseStatement b) {
    return a.register() == b.register() && a.recordId().equals(b.recordId());
  }

  private static boolean supersedes(DoseStatement newer, DoseStatement s) {
    return sameRecord(newer, s) && newer.version().lastUpdated().isAfter(s.version().lastUpdated());
  }

  private static boolean sameName(DoseStatement a, DoseStatement b) {
    return sameRecord(a, b) || Doses.shareIdentifier(a, b);
  }

  private static boolean near(DoseStatement a, DoseStatement b) {
    return a.group().equals(b.group()) && Doses.daysNear(a.date(), b.date());
  }

  private static boolean sameNik(DoseStatement a, DoseStatement b) {
    return a.person().plausibleNik().isPresent()
        && a.person().plausibleNik().equals(b.person().plausibleNik());
  }

  private static boolean sameNikAndNumber(DoseStatement a, DoseStatement b) {
    return sameNik(a, b) && near(a, b) && Doses.agree(DoseField.DOSE_NUMBER, a, b);
  }

  private static boolean sameNikAndLot(DoseStatement a, DoseStatement b) {
    return sameNik(a, b) && near(a, b) && Doses.agree(DoseField.LOT, a, b);
  }

  private static boolean samePersonAndDose(DoseStatement a, DoseStatement b) {
    PersonRelation relation = PersonRelation.of(a.person(), b.person());
    boolean sameWords =
        Spellings.words(a.person().name()).equals(Spellings.words(b.person().name()));
    return relation.samePersonWithoutNik()
        && (sameWords || relation.nik() == NikRelation.ONE_SLIP)
        && near(a, b)
        && (Doses.agree(DoseField.DOSE_NUMBER, a, b) || Doses.agree(DoseField.LOT, a, b));
  }

  private static boolean anyPair(
      Set<DoseStatement> a, Set<DoseStatement> b, BiPredicate<DoseStatement, DoseStatement> test) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> test.test(x, y)));
  }

  private void joinAll(BiPredicate<DoseStatement, DoseStatement> test) {
    boolean joined = true;
    while (joined) {
      joined = joinFirst(test);
    }
  }

  private boolean joinFirst(BiPredicate<DoseStatement, DoseStatement> test) {
    for (Set<DoseStatement> a : groups) {
      for (Set<DoseStatement> b : groups) {
        if (!a.equals(b) && anyPair(a, b, test)) {
          join(a, b);
          return true;
        }
      }
    }
    return false;
  }

  private void join(Set<DoseStatement> a, Set<DoseStatement> b) {
    groups.removeIf(group -> group.equals(a) || group.equals(b));
    Set<DoseStatement> both = new HashSet<>(a);
    both.addAll(b);
    groups.add(both);
  }

  private void joinUnique(BiPredicate<DoseStatement, DoseStatement> test) {
    List<List<Set<DoseStatement>>> pairs = new ArrayList<>();
    for (Set<DoseStatement> national : alone(Register.NATIONAL)) {
      for (Set<DoseStatement> regional : alone(Register.REGIONAL)) {
        if (anyPair(national, regional, test)) {
          pairs.add(List.of(national, regional));
        }
      }
    }
    pairs.stream()
        .filter(pair -> pairs.stream().filter(o -> o.get(0).equals(pair.get(0))).count() == 1)
        .filter(pair -> pairs.stream().filter(o -> o.get(1).equals(pair.get(1))).count() == 1)
        .toList()
        .forEach(pair -> join(pair.get(0), pair.get(1)));
  }

  private List<Set<DoseStatement>> alone(Register register) {
    return groups.stream()
        .filter(g ->
            g.stream()
                .map(DoseStatement::register)
                .collect(Collectors.toSet())
                .equals(Set.of(register)))
        .toList();
  }
}
