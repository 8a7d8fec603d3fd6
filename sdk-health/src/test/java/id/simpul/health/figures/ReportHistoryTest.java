package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.value.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportHistoryTest {
  private static final Instant FIRST = Instant.parse("2021-07-01T10:00:00Z");
  private static final ReportPeriod DAY = ReportPeriod.day(LocalDate.of(2021, 7, 1));
  private static final RegionCode JAMBI =
      new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2019", "15");

  private static CaseCounts counts(long confirmed) {
    return new CaseCounts(Map.of(CaseMeasure.CONFIRMED, confirmed));
  }

  private static CaseReport report(ReportPeriod period, long confirmed, int secondsLater) {
    return CaseReport.builder(period, CountKind.CUMULATIVE)
        .area(JAMBI)
        .publishedAt(FIRST.plusSeconds(secondsLater))
        .counts(counts(confirmed))
        .build();
  }

  private static CaseReport day(int day, long confirmed) {
    return report(ReportPeriod.day(LocalDate.of(2021, 7, day)), confirmed, 0);
  }

  @Test
  void publish_otherCounts_becomeTheNextRevisionAndTheFirstStays() {
    ReportHistory before = ReportHistory.EMPTY.publish(List.of(report(DAY, 10, 0)));

    ReportHistory after = before.publish(List.of(report(DAY, 10, 1), report(DAY, 8, 2)));

    assertThat(after.revisions(JAMBI, DAY, CountKind.CUMULATIVE))
        .extracting(CaseReport::revision)
        .containsExactly(1, 2);
    assertThat(before.revisions(JAMBI, DAY, CountKind.CUMULATIVE)).hasSize(1);
    assertThat(after.revisions(null, DAY, CountKind.CUMULATIVE)).isEmpty();
    assertThat(after.asOf(FIRST)).containsExactly(report(DAY, 10, 0));
    assertThat(after.asOf(FIRST.minusSeconds(1))).isEmpty();
    assertThat(after.asOf(Instant.MAX))
        .singleElement()
        .satisfies(newest -> assertThat(newest.counts()).isEqualTo(counts(8)));
  }

  @Test
  void publish_olderThanTheNewestRevision_isRefusedAndNothingIsAdded() {
    ReportHistory history = ReportHistory.EMPTY.publish(List.of(report(DAY, 10, 5)));

    assertThatThrownBy(() -> history.publish(List.of(day(2, 11), report(DAY, 8, 0))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("reports[1]");
    assertThat(history.asOf(Instant.MAX)).hasSize(1);
  }

  @Test
  void build_everythingWrong_saysEverythingAtOnce() {
    assertThatThrownBy(() ->
            CaseReport.builder(DAY, CountKind.CUMULATIVE).counts(counts(-1)).revision(0).build())
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(e.violations())
                    .extracting("where")
                    .containsExactly("publishedAt", "confirmed", "revision"));
    assertThatThrownBy(() -> new ReportPeriod(DAY.to(), DAY.to().minusDays(1)))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void counts_greatestAndOneMore_areTakenAndRefused() {
    assertThat(counts(CaseCounts.MAX_COUNT).values()).hasSize(1);
    assertThat(counts(-CaseCounts.MAX_COUNT).values()).hasSize(1);
    assertThatThrownBy(() -> counts(CaseCounts.MAX_COUNT + 1))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> counts(-CaseCounts.MAX_COUNT - 1))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> counts(Long.MIN_VALUE)).isInstanceOf(ValidationException.class);
  }

  @Test
  void daily_cumulativeThatWentDown_isNegativeAndFlagged() {
    List<DailyDelta> deltas = DailyCounts.of(List.of(day(4, 9), day(1, 10), day(2, 12)));

    assertThat(deltas)
        .containsExactly(
            new DailyDelta(LocalDate.of(2021, 7, 2), 1, counts(2), Set.of()),
            new DailyDelta(LocalDate.of(2021, 7, 4), 2, counts(-3), Set.of(CaseMeasure.CONFIRMED)));
  }

  @Test
  void daily_revisedDay_countsItsHighestRevision() {
    ReportHistory history =
        ReportHistory.EMPTY.publish(List.of(day(1, 10), day(2, 12), report(DAY, 11, 9)));

    assertThat(
            DailyCounts.of(
                List.of(
                    history.revisions(JAMBI, DAY, CountKind.CUMULATIVE).get(1),
                    day(1, 10),
                    day(2, 12))))
        .extracting(DailyDelta::added)
        .containsExactly(counts(1));
  }

  @Test
  void daily_reportWithoutAMeasure_losesNobody() {
    CaseReport deathsAlone = of(2, Map.of(CaseMeasure.DEATHS, 5L), 0);
    CaseReport both = of(3, Map.of(CaseMeasure.CONFIRMED, 120L, CaseMeasure.DEATHS, 7L), 0);

    assertThat(DailyCounts.of(List.of(day(1, 100), deathsAlone, both)))
        .containsExactly(
            new DailyDelta(
                LocalDate.of(2021, 7, 3),
                1,
                new CaseCounts(Map.of(CaseMeasure.DEATHS, 2L)),
                Set.of()),
            new DailyDelta(LocalDate.of(2021, 7, 3), 2, counts(20), Set.of()));
  }

  private static CaseReport of(int day, Map<CaseMeasure, Long> counts, int secondsLater) {
    return CaseReport.builder(ReportPeriod.day(LocalDate.of(2021, 7, day)), CountKind.CUMULATIVE)
        .area(JAMBI)
        .publishedAt(FIRST.plusSeconds(secondsLater))
        .counts(new CaseCounts(counts))
        .build();
  }

  @Test
  void daily_equalRevisions_countsWhatWasPublishedLast() {
    CaseReport stale = of(2, Map.of(CaseMeasure.CONFIRMED, 12L), 0);
    CaseReport fresh = of(2, Map.of(CaseMeasure.CONFIRMED, 15L), 1);
    CaseReport sameTime = of(2, Map.of(CaseMeasure.CONFIRMED, 16L), 1);
    CaseReport staleToo = of(2, Map.of(CaseMeasure.CONFIRMED, 13L), 0);

    for (List<CaseReport> reports :
        List.of(
            List.of(day(1, 10), stale, fresh),
            List.of(fresh, stale, fresh, day(1, 10)),
            List.of(day(1, 10), stale, staleToo, fresh))) {
      assertThat(DailyCounts.of(reports)).extracting(DailyDelta::added).containsExactly(counts(5));
    }
    assertThatThrownBy(() -> DailyCounts.of(List.of(fresh, sameTime)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("reports[1]: agrees with another");
  }

  @Test
  void daily_otherAreaOrKind_isRefused() {
    CaseReport other =
        CaseReport.builder(DAY, CountKind.DAILY).publishedAt(FIRST).counts(counts(-1)).build();

    assertThatThrownBy(() -> DailyCounts.of(List.of(day(1, 1), other)))
        .isInstanceOfSatisfying(
            ValidationException.class, e -> assertThat(e.violations()).hasSize(2));
  }
}
