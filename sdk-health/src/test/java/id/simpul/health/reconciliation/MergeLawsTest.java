package id.simpul.health.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of merging and what holds of every view, by chance: 100,000 cases, each with the number
 * of its seed, or as many as {@code simpul.cases} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeLawsTest {
  private static final int CASES = Integer.getInteger("simpul.cases", 100_000);
  private static final int PARTS = 4;
  private static final int MOST = 4;
  private static final int MOST_TOGETHER = 12;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void merge_anyThreeSets_isCommutativeIdempotentAndAssociativeAndSoIsTheView(int part) {
    int from = CASES / PARTS * part;
    System.out.printf("merge laws: seeds %d to %d%n", from, from + CASES / PARTS - 1);
    for (int seed = from; seed < from + CASES / PARTS; seed++) {
      RandomStatements random = new RandomStatements(seed);
      StatementSet a = StatementSet.of(random.some(MOST));
      StatementSet b = StatementSet.of(random.some(MOST));
      StatementSet c = StatementSet.of(random.some(MOST));

      StatementSet all = a.merge(b).merge(c);
      same(seed, all, a.merge(b.merge(c)));
      same(seed, all, b.merge(a).merge(c));
      same(seed, all, all.merge(all).merge(b));
      StatementSet otherWay = c.merge(b).merge(a.merge(c));
      same(seed, all, otherWay);
      // Equal sets may lie differently in memory; their views must not show it.
      same(seed, Reconciliation.findings(all), Reconciliation.findings(otherWay));
    }
  }

  /** AssertJ would take most of the time. */
  private static void same(int seed, Object one, Object other) {
    if (!one.equals(other) || one.hashCode() != other.hashCode()) {
      assertThat(other).as("seed %d", seed).isEqualTo(one);
    }
  }

  @Test
  void findings_anySet_holdEveryNewestStatementOnceAndEveryDifference() {
    Map<MatchClass, Integer> seen = new EnumMap<>(MatchClass.class);
    for (int seed = 0; seed < CASES / 10; seed++) {
      StatementSet set = StatementSet.of(new RandomStatements(seed).some(MOST_TOGETHER));

      List<DoseStatement> held = new ArrayList<>();
      for (Finding finding : Reconciliation.findings(set)) {
        seen.merge(finding.classification(), 1, Integer::sum);
        for (Register register : Register.values()) {
          held.addAll(finding.originals(register));
        }
        Invariants.check(seed, finding);
      }
      Set<DoseStatement> newest = new HashSet<>();
      ReferenceGroups.of(set).forEach(newest::addAll);
      assertThat(held).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(newest);
    }

    assertThat(seen)
        .as("nothing may be left out by the generator")
        .hasSize(MatchClass.values().length);
  }

  @Test
  void findings_anySet_areTheGroupsOfComparingAllWithAll() {
    for (int seed = 0; seed < CASES / 10; seed++) {
      StatementSet set = StatementSet.of(new RandomStatements(seed).some(MOST_TOGETHER));

      Set<Set<DoseStatement>> groups = new HashSet<>();
      for (Finding finding : Reconciliation.findings(set)) {
        Set<DoseStatement> group = new HashSet<>(finding.originals(Register.NATIONAL));
        group.addAll(finding.originals(Register.REGIONAL));
        groups.add(group);
      }

      assertThat(groups).as("seed %d", seed).isEqualTo(ReferenceGroups.of(set));
    }
  }

  @Test
  void findings_recordsOfOtherIds_areTheSameButForTheIds() {
    for (int seed = 0; seed < CASES / 10; seed++) {
      List<DoseStatement> statements = new RandomStatements(seed).some(MOST_TOGETHER);
      Map<DoseStatement, DoseStatement> renamed = new HashMap<>();
      statements.forEach(s -> renamed.put(s, renamed(s)));

      same(seed, view(statements, renamed), view(renamed.values(), Map.of()));
    }
  }

  /**
   * In an order of its own, since sets are kept in the order of what their records' ids hash to.
   */
  private static DoseStatement renamed(DoseStatement s) {
    DoseStatement.Builder other =
        DoseStatement.builder(s.register(), "other-" + s.recordId(), s.version(), s.person())
            .group(s.group())
            .date(s.date())
            .status(s.status())
            .lot(s.lot().orElse(null))
            .expiry(s.expiry().orElse(null))
            .location(s.location().orElse(null))
            .originator(s.originator().orElse(null))
            .identifiers(s.identifiers());
    s.doseNumber().ifPresent(other::doseNumber);
    return other.build();
  }

  /**
   * What findings say, with the new names of the statements; which of several witnesses is left.
   */
  private static Set<List<Object>> view(
      Collection<DoseStatement> statements, Map<DoseStatement, DoseStatement> names) {
    Set<List<Object>> view = new HashSet<>();
    for (Finding f : Reconciliation.findings(StatementSet.of(statements))) {
      Set<DoseStatement> originals = new HashSet<>();
      for (Register register : Register.values()) {
        f.originals(register).forEach(s -> originals.add(names.getOrDefault(s, s)));
      }
      Set<Object> suggestions = new HashSet<>();
      f.suggestions().forEach(s -> suggestions.add(named(s, names)));
      view.add(
          List.of(
              f.classification(),
              originals,
              f.reasons(),
              f.decisions(),
              f.countedDoseNumber(),
              f.witness().isPresent(),
              suggestions));
    }
    return view;
  }

  private static Object named(Suggestion suggestion, Map<DoseStatement, DoseStatement> names) {
    if (suggestion instanceof PatchSuggestion patch) {
      Map<DoseField, DoseStatement> changes = new EnumMap<>(DoseField.class);
      patch.changes().forEach((field, s) -> changes.put(field, names.getOrDefault(s, s)));
      return new PatchSuggestion(names.getOrDefault(patch.target(), patch.target()), changes);
    }
    DoseStatement source = ((AdditionSuggestion) suggestion).source();
    return new AdditionSuggestion(names.getOrDefault(source, source));
  }

  @Test
  void of_statementsInAnyOrderAndTwice_isOneSet() {
    for (int seed = 0; seed < CASES / 20; seed++) {
      List<DoseStatement> statements = new RandomStatements(seed).some(MOST_TOGETHER);
      List<DoseStatement> shuffled = new ArrayList<>(statements);
      shuffled.addAll(statements);
      Collections.shuffle(shuffled, new Random(seed));

      StatementSet set = StatementSet.of(statements);
      assertThat(StatementSet.of(shuffled)).as("seed %d", seed).isEqualTo(set);
      assertThat(set.stream()).containsExactlyInAnyOrderElementsOf(new HashSet<>(statements));
    }
  }
}
