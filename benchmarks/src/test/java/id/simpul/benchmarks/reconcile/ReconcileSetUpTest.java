package id.simpul.benchmarks.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.reconciliation.MatchClass;
import id.simpul.health.reconciliation.Reconciliation;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.StatementSet;
import id.simpul.health.reconciliation.Tally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class ReconcileSetUpTest {
  private static final int DOSES = 20_000;

  @Test
  void registers_reconciled_showWhatWasDoneToThem() {
    StatementSet.Builder all = StatementSet.builder();
    SampleRegisters.each(Register.NATIONAL, DOSES, Shared.MOST, all::add);
    SampleRegisters.each(Register.REGIONAL, DOSES, Shared.MOST, all::add);

    Tally tally = Reconciliation.reconcile(all.build(), finding -> {});

    assertThat(tally.count(MatchClass.MISSING_NATIONAL)).isEqualTo(DOSES / 20);
    assertThat(tally.count(MatchClass.MISSING_REGIONAL)).isEqualTo(DOSES / 20);
    assertThat(tally.count(MatchClass.LIKELY_NIK_TYPO)).isPositive();
    assertThat(tally.count(MatchClass.CONFLICT)).isPositive();
    assertThat(tally.count(MatchClass.SAME)).isGreaterThan(DOSES / 4);
    assertThat(tally.count(MatchClass.SAME_DOSE)).isGreaterThan(DOSES / 2);
  }

  @Test
  void registers_withNothingInCommon_lackEverythingOfEachOther() {
    StatementSet.Builder all = StatementSet.builder();
    SampleRegisters.each(Register.NATIONAL, DOSES, Shared.NONE, all::add);
    SampleRegisters.each(Register.REGIONAL, DOSES, Shared.NONE, all::add);

    Tally tally = Reconciliation.reconcile(all.build(), finding -> {});

    assertThat(tally.count(MatchClass.MISSING_NATIONAL)).isEqualTo(DOSES);
    assertThat(tally.count(MatchClass.MISSING_REGIONAL)).isEqualTo(DOSES);
  }

  @Test
  void line_reading_isReadBack() {
    ReconcileReading reading = ReconcileWorker.round(100, Shared.MOST, true);

    assertThat(ReconcileReading.read(reading.line().substring(ReconcileReading.MARK.length())))
        .isEqualTo(reading);
    assertThat(reading.heapBytes()).isPositive();
  }
}
