package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.value.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int CASES = 3_000;
  private static final int K = 5;
  private static final ReportPeriod DAY = ReportPeriod.day(LocalDate.of(2021, 7, 1));
  private static final Instant AT = Instant.parse("2021-07-01T10:00:00Z");
  private static final RegionCode PROVINCE =
      new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2019", "31");

  static RegionCode city(int number) {
    return new RegionCode(
        RegionCode.Scheme.KEMENDAGRI, "2019", String.format(Locale.ROOT, "31.%02d", number + 1));
  }

  static CaseReport report(RegionCode area, Map<CaseMeasure, Long> counts) {
    return CaseReport.builder(DAY, CountKind.CUMULATIVE)
        .area(area)
        .publishedAt(AT)
        .counts(new CaseCounts(counts))
        .build();
  }

  static Map<CaseMeasure, Long> counts(long active, long recovered, long deaths) {
    return Map.of(
        CaseMeasure.CONFIRMED, active + recovered + deaths,
        CaseMeasure.ACTIVE, active,
        CaseMeasure.RECOVERED, recovered,
        CaseMeasure.DEATHS, deaths);
  }

  static CaseReport total(List<CaseReport> parts) {
    Map<CaseMeasure, Long> sums = new EnumMap<>(CaseMeasure.class);
    for (CaseReport part : parts) {
      part.counts().values().forEach((measure, count) -> sums.merge(measure, count, Long::sum));
    }
    return report(PROVINCE, sums);
  }

  /** Cities with small counts among greater ones, some without a measure. */
  private static List<CaseReport> cities(SplittableRandom random) {
    List<CaseReport> cities = new ArrayList<>();
    int count = random.nextInt(1, 9);
    int most = random.nextInt(2, 40);
    for (int i = 0; i < count; i++) {
      Map<CaseMeasure, Long> counts = new EnumMap<>(CaseMeasure.class);
      counts.putAll(counts(random.nextInt(most), random.nextInt(most * 3), random.nextInt(8)));
      if (random.nextBoolean()) {
        counts.put(CaseMeasure.TESTED, (long) random.nextInt(most * 2));
      }
      if (random.nextInt(6) == 0) {
        counts.remove(List.of(CaseMeasure.values()).get(random.nextInt(4)));
      }
      cities.add(report(city(i), counts));
    }
    return cities;
  }

  @Test
  void suppress_anyTable_leavesNoHiddenCountToBeComputed() {
    int hidden = 0;
    int small = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<CaseReport> cities = cities(random);
      boolean total = random.nextBoolean();
      int k = random.nextInt(SuppressedTable.MIN_K, 12);
      FigureTable figures =
          total ? FigureTable.of(total(cities), cities) : FigureTable.withoutTotal(cities);

      SuppressedTable table = figures.suppress(k);

      assertThat(LinearSums.determined(table, total)).as("seed %d", seed).isEmpty();
      for (int row = 0; row < table.size(); row++) {
        for (Map.Entry<CaseMeasure, Long> count : table.report(row).counts().values().entrySet()) {
          boolean isSmall = count.getValue() > 0 && count.getValue() < k;
          hidden += table.isHidden(row, count.getKey()) ? 1 : 0;
          small += isSmall ? 1 : 0;
          assertThat(table.count(row, count.getKey()).isPresent() && isSmall)
              .as("seed %d", seed)
              .isFalse();
        }
      }
    }
    System.out.printf(
        "suppression: seeds 0 to %d, %d small, %d hidden%n", CASES - 1, small, hidden);
    assertThat(hidden).isGreaterThan(small);
  }

  @Test
  void determined_onlySmallCountsHidden_findsThem() {
    // The oracle itself has to be able to fail.
    List<CaseReport> cities = List.of(report(city(0), counts(3, 20, 30)));
    SuppressedTable naive =
        SuppressedTable.hiding(
            FigureTable.of(total(cities), cities), List.of(Set.of(), Set.of(CaseMeasure.ACTIVE)));

    assertThat(LinearSums.determined(naive, true)).containsExactly("1 ACTIVE");
  }

  @Test
  void suppress_oneSmallCount_hidesTheCheapestCircle() {
    List<CaseReport> cities =
        List.of(
            report(city(0), counts(3, 100, 200)),
            report(city(1), counts(40, 10, 900)),
            report(city(2), counts(50, 20, 800)));

    SuppressedTable table = FigureTable.of(total(cities), cities).suppress(K);

    assertThat(table.count(1, CaseMeasure.ACTIVE)).isEmpty();
    assertThat(table.count(1, CaseMeasure.RECOVERED)).isEmpty();
    assertThat(table.count(2, CaseMeasure.ACTIVE)).isEmpty();
    assertThat(table.count(2, CaseMeasure.RECOVERED)).isEmpty();
    assertThat(table.count(0, CaseMeasure.ACTIVE)).hasValue(93);
    assertThat(table.area(0)).contains(PROVINCE);
    assertThat(table.area(2)).contains(city(1));
    assertThat(table.period()).isEqualTo(DAY);
    assertThat(table).hasToString("SuppressedTable[4 rows, 4 counts left out]");
  }

  @Test
  void suppress_nothingSmall_hidesNothing() {
    List<CaseReport> cities = List.of(report(city(0), counts(K, 0, 100)));

    assertThat(FigureTable.of(total(cities), cities).suppress(K))
        .hasToString("SuppressedTable[2 rows, 0 counts left out]");
  }

  @Test
  void suppress_countsAtKAndOneBelow_areShownAndHidden() {
    FigureTable figures =
        FigureTable.withoutTotal(
            List.of(
                report(city(0), Map.of(CaseMeasure.TESTED, (long) K)),
                report(city(1), Map.of(CaseMeasure.TESTED, K - 1L)),
                report(city(2), Map.of(CaseMeasure.TESTED, 1L)),
                report(city(3), Map.of(CaseMeasure.TESTED, 0L))));

    SuppressedTable table = figures.suppress(K);

    assertThat(table.count(0, CaseMeasure.TESTED)).hasValue(K);
    assertThat(table.isHidden(1, CaseMeasure.TESTED)).isTrue();
    assertThat(table.isHidden(2, CaseMeasure.TESTED)).isTrue();
    assertThat(table.count(3, CaseMeasure.TESTED)).hasValue(0);
    assertThat(table.isHidden(3, CaseMeasure.DEATHS)).isFalse();
    assertThat(figures.revealAll().count(2, CaseMeasure.TESTED)).hasValue(1);
  }

  @Test
  void suppress_areasInAnotherOrder_hidesTheSame() {
    List<CaseReport> cities = cities(new SplittableRandom(7));
    List<CaseReport> shuffled = new ArrayList<>(cities);
    Collections.shuffle(shuffled, new Random(7));
    SuppressedTable one = FigureTable.of(total(cities), cities).suppress(K);
    SuppressedTable other = FigureTable.of(total(cities), shuffled).suppress(K);

    for (int row = 0; row < one.size(); row++) {
      for (CaseMeasure measure : CaseMeasure.values()) {
        assertThat(other.count(row, measure)).isEqualTo(one.count(row, measure));
      }
    }
  }

  @Test
  void suppress_kAtItsLimitsAndBeyond_isTakenAndRefused() {
    FigureTable table = FigureTable.withoutTotal(List.of(report(city(0), counts(1, 2, 3))));

    assertThatCode(() -> table.suppress(SuppressedTable.MIN_K)).doesNotThrowAnyException();
    assertThatCode(() -> table.suppress(SuppressedTable.MAX_K)).doesNotThrowAnyException();
    assertThatThrownBy(() -> table.suppress(SuppressedTable.MIN_K - 1))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> table.suppress(SuppressedTable.MAX_K + 1))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void suppress_asManyAreasAsThereMayBe_isQuickAndOneMoreIsRefused() {
    RegionCode district = new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2019", "31.71.01");
    List<CaseReport> villages = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < FigureTable.MAX_AREAS; i++) {
      RegionCode area =
          new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2019", district.code() + "." + (1_001 + i));
      villages.add(report(area, counts(random.nextInt(9), random.nextInt(90), random.nextInt(4))));
    }

    SuppressedTable table = FigureTable.withoutTotal(villages).suppress(K);

    assertThat(LinearSums.determined(table, false)).isEmpty();
    villages.add(report(district, counts(1, 2, 3)));
    assertThatThrownBy(() -> FigureTable.withoutTotal(villages))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("1 to " + FigureTable.MAX_AREAS);
  }

  @Test
  void table_reportsThatDoNotFit_areAllNamed() {
    CaseReport negative =
        CaseReport.builder(DAY, CountKind.DAILY)
            .area(PROVINCE)
            .publishedAt(AT)
            .counts(new CaseCounts(Map.of(CaseMeasure.ACTIVE, -1L)))
            .build();
    CaseReport city = report(city(0), counts(1, 2, 3));

    assertThatThrownBy(() -> FigureTable.of(city, List.of(city, negative)))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(e.violations())
                    .extracting("where")
                    .containsExactly("parts[0]", "parts[1]", "parts[1]", "parts[1]"));
    assertThatThrownBy(() -> FigureTable.withoutTotal(List.of(city, city)))
        .hasMessageContaining("came before");
    assertThatThrownBy(() -> FigureTable.withoutTotal(List.of()))
        .isInstanceOf(ValidationException.class);
  }
}
