package id.simpul.health.reconciliation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The groups by comparing everything with everything, as {@code docs/reconciliation.md} says, with
 * comparisons of its own ({@link ReferencePersons}).
 */
@SuppressWarnings("ReferenceEquality") // a group is itself, whatever it holds just now
final class ReferenceGroups {
  private final List<Set<DoseStatement>> groups = new ArrayList<>();

  /** What had several candidates in a step is left out of the ones after it. */
  private final Set<Set<DoseStatement>> ambiguous = new HashSet<>();

  private ReferenceGroups() {}

  static Set<Set<DoseStatement>> of(StatementSet set) {
    ReferenceGroups reference = new ReferenceGroups();
    List<DoseStatement> all = set.stream().toList();
    all.stream()
        .filter(s -> all.stream().noneMatch(o -> supersedes(o, s)))
        .forEach(s -> reference.groups.add(new HashSet<>(Set.of(s))));
    List<DoseStatement> newest = reference.groups.stream().flatMap(Set::stream).toList();
    reference.joinAll((a, b) -> sameRecord(a, b) || sameIdentifier(a, b, newest));
    reference.joinAll(ReferenceGroups::sameNikAndNumber);
    reference.joinUnique(ReferenceGroups::sameNikAndLot);
    reference.joinUnique((a, b) -> samePersonAndDose(a, b) && !twins(a, b, newest));
    return Set.copyOf(reference.groups);
  }

  private static boolean sameRecord(DoseStatement a, DoseStatement b) {
    return a.register() == b.register() && a.recordId().equals(b.recordId());
  }

  private static boolean supersedes(DoseStatement newer, DoseStatement s) {
    return sameRecord(newer, s) && newer.version().lastUpdated().isAfter(s.version().lastUpdated());
  }

  private static boolean sameIdentifier(DoseStatement a, DoseStatement b, List<DoseStatement> all) {
    return a.identifiers().stream()
        .anyMatch(each -> b.identifiers().contains(each) && namesOneDose(each, all));
  }

  /** Neither two people nor two days in one register, but for what it took back. */
  private static boolean namesOneDose(DoseIdentifier identifier, List<DoseStatement> all) {
    List<DoseStatement> named =
        all.stream()
            .filter(s -> s.identifiers().contains(identifier))
            .filter(s -> s.status() != DoseStatus.ENTERED_IN_ERROR)
            .toList();
    return named.stream()
        .noneMatch(a ->
            named.stream()
                .anyMatch(
                    b -> a.register() == b.register() && !sameRecord(a, b) && !mayBeOne(a, b)));
  }

  private static boolean mayBeOne(DoseStatement a, DoseStatement b) {
    boolean niks =
        ReferencePersons.nikMissing(a.person(), b.person())
            || ReferencePersons.written(a.person()).equals(ReferencePersons.written(b.person()));
    return days(a, b) <= 1 && niks && ReferencePersons.nearlySameName(a.person(), b.person());
  }

  private static long days(DoseStatement a, DoseStatement b) {
    return Math.abs(ChronoUnit.DAYS.between(a.date(), b.date()));
  }

  private static boolean near(DoseStatement a, DoseStatement b) {
    boolean refusedA = a.status() == DoseStatus.NOT_DONE;
    boolean refusedB = b.status() == DoseStatus.NOT_DONE;
    return a.group().equals(b.group()) && days(a, b) <= 1 && refusedA == refusedB;
  }

  /** Two NIKs of nearly one name that one register has both. */
  private static boolean twins(DoseStatement a, DoseStatement b, List<DoseStatement> all) {
    return !ReferencePersons.sameWords(a.person(), b.person())
        && Arrays.stream(Register.values())
            .anyMatch(register ->
                all.stream().anyMatch(s -> s.register() == register && sameNik(s, a))
                    && all.stream().anyMatch(s -> s.register() == register && sameNik(s, b)));
  }

  private static boolean sameNik(DoseStatement a, DoseStatement b) {
    return ReferencePersons.sameNik(a.person(), b.person());
  }

  private static boolean sameNikAndNumber(DoseStatement a, DoseStatement b) {
    return sameNumber(a, b) && near(a, b) && sameNik(a, b);
  }

  private static boolean sameNumber(DoseStatement a, DoseStatement b) {
    return a.doseNumber().isPresent() && a.doseNumber().equals(b.doseNumber());
  }

  private static boolean sameNikAndLot(DoseStatement a, DoseStatement b) {
    return near(a, b) && sameLot(a, b) && sameNik(a, b);
  }

  private static boolean sameLot(DoseStatement a, DoseStatement b) {
    return a.lot().isPresent() && b.lot().isPresent() && lot(a).equals(lot(b));
  }

  /** Its letters and digits, if it has any. */
  private static String lot(DoseStatement s) {
    String written = s.lot().orElseThrow();
    String plain = written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    return plain.isEmpty() ? written : plain;
  }

  private static boolean samePersonAndDose(DoseStatement a, DoseStatement b) {
    Vaccinee one = a.person();
    Vaccinee other = b.person();
    return near(a, b)
        && (sameNumber(a, b) || sameLot(a, b))
        && ReferencePersons.sameBirth(one, other)
        && ReferencePersons.slipExplains(one, other)
        && (ReferencePersons.sameWords(one, other)
            || (ReferencePersons.oneSlipOfNik(one, other)
                && ReferencePersons.nearlySameName(one, other)));
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
        if (a != b && anyPair(a, b, test)) {
          join(a, b);
          return true;
        }
      }
    }
    return false;
  }

  private void join(Set<DoseStatement> a, Set<DoseStatement> b) {
    groups.removeIf(group -> group == a || group == b);
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
    List<List<Set<DoseStatement>>> unique =
        pairs.stream()
            .filter(pair -> pairs.stream().filter(o -> o.get(0) == pair.get(0)).count() == 1)
            .filter(pair -> pairs.stream().filter(o -> o.get(1) == pair.get(1)).count() == 1)
            .toList();
    pairs.stream().filter(pair -> !unique.contains(pair)).forEach(ambiguous::addAll);
    unique.forEach(pair -> join(pair.get(0), pair.get(1)));
  }

  private List<Set<DoseStatement>> alone(Register register) {
    return groups.stream()
        .filter(g -> !ambiguous.contains(g))
        .filter(g ->
            g.stream()
                .map(DoseStatement::register)
                .collect(Collectors.toSet())
                .equals(Set.of(register)))
        .toList();
  }
}
