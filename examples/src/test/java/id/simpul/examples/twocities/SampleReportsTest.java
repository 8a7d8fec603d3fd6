package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.RegionTable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleReportsTest {
  // SiKesal Kota Jambi, 2022: the ten most frequent kinds of report.
  private static final Map<String, Integer> SIKESAL_2022 = sikesal();
  private static final BigDecimal SOUTH = new BigDecimal("-1.69");
  private static final BigDecimal NORTH = new BigDecimal("-1.54");
  private static final BigDecimal WEST = new BigDecimal("103.54");
  private static final BigDecimal EAST = new BigDecimal("103.69");
  private static final int DISTRICTS = 11;
  private static final int LEAST = 60;

  private final List<SampleReport> reports = SampleReports.jambi();

  private static Map<String, Integer> sikesal() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("jalan", 183);
    counts.put("lampu-jalan", 119);
    counts.put("drainase", 78);
    counts.put("kebocoran-pipa", 53);
    counts.put("air-keruh", 36);
    counts.put("banjir", 32);
    counts.put("bansos", 28);
    counts.put("lingkungan", 26);
    counts.put("trantibum", 21);
    counts.put("parkir-liar", 19);
    return counts;
  }

  @Test
  void jambi_everyLine_isReadAsReport() {
    long lines =
        new String(Resources.read("reports.jsonl"), StandardCharsets.UTF_8).lines().count();

    assertThat(reports).hasSize((int) lines).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void jambi_categories_standInProportionsOfSikesal() {
    Map<String, Long> counts =
        reports.stream()
            .collect(Collectors.groupingBy(r -> r.service().value(), Collectors.counting()));

    assertThat(counts).containsExactlyInAnyOrderEntriesOf(largestRemainder(reports.size()));
  }

  private static Map<String, Long> largestRemainder(int seats) {
    int total = SIKESAL_2022.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Long> share = new LinkedHashMap<>();
    SIKESAL_2022.forEach((kind, n) -> share.put(kind, (long) n * seats / total));
    long left = seats - share.values().stream().mapToLong(Long::longValue).sum();
    SIKESAL_2022.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<String, Integer> e) -> (long) e.getValue() * seats % total,
                Comparator.reverseOrder()))
        .limit(left)
        .forEach(e -> share.merge(e.getKey(), 1L, Long::sum));
    return share;
  }

  @Test
  void jambi_villages_existAndSpreadOverAllDistricts() {
    RegionTable table = RegionTable.kemendagri2025();
    RegionCode city = new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71");

    assertThat(reports)
        .allSatisfy(r -> {
          assertThat(table.contains(r.village())).as(r.village().code()).isTrue();
          assertThat(r.village().level()).isEqualTo(RegionCode.Level.VILLAGE);
          assertThat(r.village().within(city)).isTrue();
        });
    assertThat(reports.stream().map(r -> r.village().parent().orElseThrow()).distinct())
        .hasSize(DISTRICTS);
  }

  @Test
  void jambi_coordinates_lieWithinTheCity() {
    assertThat(reports)
        .allSatisfy(r -> {
          assertThat(r.point().latitude()).isBetween(SOUTH, NORTH);
          assertThat(r.point().longitude()).isBetween(WEST, EAST);
        });
  }

  @Test
  void jambi_descriptions_areUniqueAndTryTheFormats() {
    List<String> texts = reports.stream().map(SampleReport::description).toList();

    assertThat(texts).doesNotHaveDuplicates();
    for (String difficult : List.of("\"", "&", "<", "\n")) {
      assertThat(texts).anyMatch(t -> t.contains(difficult));
    }
    // Emoji lie beyond the sixteen bits of a char.
    assertThat(texts).anyMatch(t -> t.codePoints().anyMatch(Character::isSupplementaryCodePoint));
  }

  @Test
  void file_serviceThatAsksWhen_tellsTheTime() {
    SampleReport report = reports.get(0);
    Instant now = Instant.parse("2026-11-21T03:00:00Z");

    assertThat(report.file(now, false).attributes()).doesNotContainKey(SampleReport.SEEN_AT);
    assertThat(report.file(now, true).attributes())
        .containsEntry(SampleReport.SEEN_AT, List.of(now.minus(report.seenAgo()).toString()));
    assertThat(report.file(now, true).location().addressId()).contains(report.village().code());
  }

  @Test
  void jakarta_village_exists() {
    assertThat(SampleReports.jakarta())
        .isNotEmpty()
        .allMatch(r -> RegionTable.kemendagri2025().contains(r.village()));
  }

  @Test
  void read_brokenLine_isNamed() {
    String good = new String(Resources.read("reports.jsonl"), StandardCharsets.UTF_8);
    String bad = good.lines().findFirst().orElseThrow() + "\n{\"service_code\": 1}\n";

    assertThatThrownBy(() -> SampleReports.read("bad.jsonl", bad.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(StoryException.class)
        .hasMessageContaining("bad.jsonl: line 2 is no report");
  }
}
