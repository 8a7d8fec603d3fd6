package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.KeyRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Derives the reconciled view of a set of statements: a function of the set, so equal sets give
 * equal findings in an equal order. Takes time in proportion to the statements (times the logarithm
 * that sorting has). Besides the set it takes memory of some 100 bytes for a statement both
 * registers have and up to 200 for one that one of them has alone, by the sizes of its indexes;
 * findings are handed on one by one and not kept.
 */
public final class Reconciliation {
  private final Columns columns;
  private final Grouping grouping;
  private final Doubts doubts;
  private final Counting counting;
  private final Map<MatchClass, Integer> tally = new EnumMap<>(MatchClass.class);

  private Reconciliation(StatementSet statements) {
    this.columns = Columns.of(statements);
    this.grouping = Grouping.of(columns);
    this.doubts = Doubts.of(columns, grouping);
    this.counting = Counting.of(columns, grouping, doubts);
  }

  /**
   * Reconciles, handing on findings as they are made.
   *
   * @param statements what the two registers say, usually {@code national.merge(regional)}
   * @param findings takes each finding, on the calling thread; what it throws ends the work
   * @return how many findings of which class there were
   */
  public static Tally reconcile(StatementSet statements, Consumer<? super Finding> findings) {
    return new Reconciliation(statements).each(findings);
  }

  /**
   * Reconciles sets that are small enough to keep all findings.
   *
   * @param statements what the two registers say
   * @return all findings, in an order that is the same for equal sets and means nothing
   */
  public static List<Finding> findings(StatementSet statements) {
    List<Finding> findings = new ArrayList<>();
    reconcile(statements, findings::add);
    return List.copyOf(findings);
  }

  private Tally each(Consumer<? super Finding> findings) {
    // Groups of two and more come from the index, the others are those it does not show.
    boolean[] grouped = new boolean[columns.size()];
    KeyRuns groups =
        new KeyRuns((at, variant) -> (long) grouping.root(at) << Integer.SIZE, columns.size());
    for (int at = 0; at < columns.size(); at++) {
      groups.add(at, 0);
    }
    groups.forEach((items, count) -> {
      for (int i = 0; i < count; i++) {
        grouped[items[i]] = true;
      }
      if (count > Judge.MAX_COMPARED) {
        emitUncompared(items, count, findings);
      } else {
        emit(items, count, findings);
      }
    });
    for (int at = 0; at < columns.size(); at++) {
      if (!grouped[at]) {
        emit(new int[] {at}, 1, findings);
      }
    }
    return new Tally(tally, columns.superseded());
  }

  private void emit(int[] items, int count, Consumer<? super Finding> findings) {
    boolean unclear = false;
    for (int i = 0; i < count; i++) {
      unclear |= columns.sameRecordAsBefore(items[i]);
    }
    int root = grouping.root(items[0]);
    @Nullable Integer at = doubts.witness(root);
    Facts facts =
        new Facts(
            counting.counted(root),
            unclear,
            doubts.reasons(root),
            at == null ? null : columns.statement(at),
            grouping.worn().of(items, count));
    hand(Judge.judge(statements(items, 0, count), facts), findings);
  }

  /** A group of any size is handed on in parts, so that it never has to fit into memory. */
  private void emitUncompared(int[] items, int count, Consumer<? super Finding> findings) {
    for (int from = 0; from < count; from += Judge.MAX_COMPARED) {
      int to = Math.min(count, from + Judge.MAX_COMPARED);
      hand(Judge.tooMany(statements(items, from, to)), findings);
    }
  }

  private List<DoseStatement> statements(int[] items, int from, int to) {
    return Arrays.stream(items, from, to).mapToObj(columns::statement).toList();
  }

  private void hand(Finding finding, Consumer<? super Finding> findings) {
    tally.merge(finding.classification(), 1, Integer::sum);
    findings.accept(finding);
  }
}
