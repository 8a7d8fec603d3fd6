package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.value.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final List<CaseMeasure> MEASURES = List.of(CaseMeasure.values());

  /** All counts of cities, small ones among greater ones; some cities have no tests. */
  private static List<Map<CaseMeasure, Long>> cities(SplittableRandom random) {
    List<Map<CaseMeasure, Long>> cities = new ArrayList<>();
    int count = random.nextInt(1, 9);
    int most = random.nextInt(2, 40);
    boolean tested = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      Map<CaseMeasure, Long> counts = new EnumMap<>(CaseMeasure.class);
      counts.putAll(counts(random.nextInt(most), random.nextInt(most * 3), random.nextInt(8)));
      if (tested) {
        counts.put(CaseMeasure.TESTED, (long) random.nextInt(most * 2));
      }
      cities.add(counts);
    }
    return cities;
  }

  private static List<CaseReport> reports(List<Map<CaseMeasure, Long>> cities) {
    List<CaseReport> reports = new ArrayList<>();
    cities.forEach(counts -> reports.add(report(city(reports.size()), counts)));
    return reports;
  }

  /** Rows of which some counts are not published. */
  private static List<Map<CaseMeasure, Long>> without(
      List<Map<CaseMeasure, Long>> rows, int oneIn, SplittableRandom random) {
    List<Map<CaseMeasure, Long>> published = new ArrayList<>();
    for (Map<CaseMeasure, Long> row : rows) {
      Map<CaseMeasure, Long> left = new EnumMap<>(row);
      while (left.size() > 1 && random.nextInt(oneIn) == 0) {
        left.remove(MEASURES.get(random.nextInt(MEASURES.size())));
      }
      published.add(left);
    }
    return published;
  }

  private static boolean isSmall(long count, int k) {
    return count > 0 && count < k;
  }

  /** How many counts are left out: all small ones, and no zero where the sums hold. */
  private static int hidden(SuppressedTable table, int k, boolean sumsHold) {
    int hidden = 0;
    for (int row = 0; row < table.size(); row++) {
      for (Map.Entry<CaseMeasure, Long> count : table.report(row).counts().values().entrySet()) {
        boolean left = table.isHidden(row, count.getKey());
        assertThat(left || !isSmall(count.getValue(), k)).isTrue();
        assertThat(left && count.getValue() == 0 && sumsHold).as("a zero is shown").isFalse();
        hidden += left ? 1 : 0;
      }
    }
    return hidden;
  }

  private static int small(FigureTable table, int k) {
    return (int)
        table.rows().stream()
            .flatMap(row -> row.counts().values().values().stream())
            .filter(count -> isSmall(count, k))
            .count();
  }

  @Test
  void suppress_anyTable_leavesASecondTableForEveryHiddenCount() {
    int hidden = 0;
    int small = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<CaseReport> cities = reports(cities(random));
      boolean total = random.nextBoolean();
      int k = random.nextInt(SuppressedTable.MIN_K, 12);
      FigureTable figures =
          total ? FigureTable.of(total(cities), cities) : FigureTable.withoutTotal(cities);

      SuppressedTable table = figures.suppress(k);

      assertThat(SecondTable.determined(table, total, published(figures)))
          .as("seed %d", seed)
          .isEmpty();
      hidden += hidden(table, k, true);
      small += small(figures, k);
    }
    System.out.printf(
        "suppression: seeds 0 to %d, %d small, %d hidden%n", CASES - 1, small, hidden);
    assertThat(hidden).isGreaterThan(small);
  }

  private static List<Map<CaseMeasure, Long>> published(FigureTable figures) {
    return figures.rows().stream().map(row -> row.counts().values()).toList();
  }

  @Test
  void suppress_totalCountsWhatIsMissing_leavesASecondTableForEveryHiddenCount() {
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Map<CaseMeasure, Long>> truth = new ArrayList<>(cities(random));
      truth.add(0, total(reports(truth)).counts().values());
      List<Map<CaseMeasure, Long>> published = without(truth, 3, random);
      int k = random.nextInt(SuppressedTable.MIN_K, 12);

      SuppressedTable table =
          FigureTable.of(
                  report(PROVINCE, published.get(0)),
                  reports(published.subList(1, published.size())))
              .suppress(k);

      assertThat(SecondTable.determined(table, true, truth)).as("seed %d", seed).isEmpty();
      hidden(table, k, true);
    }
  }

  @Test
  void suppress_totalLeavesOutWhatIsMissing_leavesASecondTableForEveryHiddenCount() {
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<CaseReport> cities = reports(without(cities(random), 3, random));
      boolean total = random.nextBoolean();
      int k = random.nextInt(SuppressedTable.MIN_K, 12);
      FigureTable figures =
          total ? FigureTable.of(total(cities), cities) : FigureTable.withoutTotal(cities);

      SuppressedTable table = figures.suppress(k);

      assertThat(SecondTable.determined(table, total, published(figures)))
          .as("seed %d", seed)
          .isEmpty();
      // The total's own row need not be a sum then.
      hidden(table, k, !total);
    }
  }

  @Test
  void determined_onlySmallCountsHidden_findsThem() {
    // The oracle itself has to be able to fail: by subtraction, and because nothing is below 1.
    List<CaseReport> cities = List.of(report(city(0), counts(3, 20, 30)));
    FigureTable one = FigureTable.of(total(cities), cities);
    FigureTable ones = deaths(52, 1, 1, 50);

    assertThat(
            SecondTable.determined(
                SuppressedTable.hiding(one, List.of(Set.of(), Set.of(CaseMeasure.ACTIVE))),
                true,
                published(one)))
        .containsExactly("1 ACTIVE");
    Set<CaseMeasure> deaths = Set.of(CaseMeasure.DEATHS);
    assertThat(
            SecondTable.determined(
                SuppressedTable.hiding(ones, List.of(Set.of(), deaths, deaths, Set.of())),
                true,
                published(ones)))
        .containsExactly("1 DEATHS", "2 DEATHS");
  }

  private static FigureTable deaths(long whole, long... parts) {
    return FigureTable.of(
        report(PROVINCE, Map.of(CaseMeasure.DEATHS, whole)),
        reports(Arrays.stream(parts).mapToObj(n -> Map.of(CaseMeasure.DEATHS, n)).toList()));
  }

  @Test
  void suppress_twoOnes_hidesAThirdSoThatTheirSumIsNotTwo() {
    SuppressedTable table = deaths(52, 1, 1, 50).suppress(K);

    assertThat(table.count(0, CaseMeasure.DEATHS)).hasValue(52);
    assertThat(table.isHidden(3, CaseMeasure.DEATHS)).isTrue();
    assertThat(deaths(53, 1, 2, 50).suppress(K).count(3, CaseMeasure.DEATHS)).hasValue(50);
  }

  @Test
  void suppress_measureNotPublished_isNoWayToAHiddenCount() {
    Map<CaseMeasure, Long> a =
        Map.of(CaseMeasure.CONFIRMED, 100L, CaseMeasure.RECOVERED, 60L, CaseMeasure.DEATHS, 2L);
    Map<CaseMeasure, Long> e =
        Map.of(CaseMeasure.CONFIRMED, 50L, CaseMeasure.ACTIVE, 20L, CaseMeasure.RECOVERED, 10L);
    List<Map<CaseMeasure, Long>> parts = List.of(a, counts(90, 70, 40), e);
    List<Map<CaseMeasure, Long>> truth =
        List.of(counts(148, 140, 62), counts(38, 60, 2), counts(90, 70, 40), counts(20, 10, 20));

    SuppressedTable table =
        FigureTable.of(report(PROVINCE, truth.get(0)), reports(parts)).suppress(K);

    assertThat(table.isHidden(1, CaseMeasure.DEATHS)).isTrue();
    assertThat(SecondTable.determined(table, true, truth)).isEmpty();
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
    List<CaseReport> cities = reports(cities(new SplittableRandom(7)));
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

    // Without a total, rows have nothing to do with each other.
    for (int row = 0; row < table.size(); row++) {
      SuppressedTable alone = FigureTable.withoutTotal(List.of(villages.get(row))).suppress(K);
      for (CaseMeasure measure : MEASURES) {
        assertThat(table.isHidden(row, measure)).isEqualTo(alone.isHidden(0, measure));
      }
    }
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

  @Test
  void withoutTotal_areaWithinAnotherOrBesideTheCountry_isRefused() {
    CaseReport country =
        CaseReport.builder(DAY, CountKind.CUMULATIVE)
            .publishedAt(AT)
            .counts(new CaseCounts(counts(1, 2, 3)))
            .build();
    CaseReport province = report(PROVINCE, counts(10, 20, 31));
    CaseReport village =
        report(
            new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2019", "31.71.01.1001"), counts(1, 2, 3));

    for (CaseReport whole : List.of(province, country)) {
      for (CaseReport part : List.of(report(city(0), counts(1, 2, 3)), village)) {
        assertThatThrownBy(() -> FigureTable.withoutTotal(List.of(whole, part)))
            .isInstanceOf(ValidationException.class)
            .hasMessageContaining("parts[1]: lies in the area of another");
      }
    }
    assertThatThrownBy(() -> FigureTable.withoutTotal(List.of(province, country)))
        .hasMessageContaining("parts[0]: lies");
    CaseReport otherwise =
        report(new RegionCode(RegionCode.Scheme.BPS, "2019", "31"), counts(10, 20, 31));
    assertThatThrownBy(
            () -> FigureTable.withoutTotal(List.of(report(city(0), counts(1, 2, 3)), otherwise)))
        .hasMessageContaining("parts[1]: has a code of the first one's scheme and edition");
    assertThatCode(() -> FigureTable.withoutTotal(List.of(country))).doesNotThrowAnyException();
    assertThatCode(
            () -> FigureTable.withoutTotal(reports(List.of(counts(1, 2, 3), counts(1, 1, 1)))))
        .doesNotThrowAnyException();
  }
}
