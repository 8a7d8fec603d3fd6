package id.simpul.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.support.Corpora;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegionTableTest {
  private static final RegionTable TABLE = RegionTable.kemendagri2025();

  private static RegionCode code(String code) {
    return new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", code);
  }

  @Test
  void kemendagri2025_levels_haveTheCountsOfTheDecree() {
    Map<RegionCode.Level, Long> counts =
        TABLE.codes().stream()
            .map(RegionCode::level)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts)
        .containsOnly(
            Map.entry(RegionCode.Level.PROVINCE, 38L),
            Map.entry(RegionCode.Level.REGENCY, 514L),
            Map.entry(RegionCode.Level.DISTRICT, 7_285L),
            Map.entry(RegionCode.Level.VILLAGE, 83_762L));
  }

  @Test
  void contains_everyParent_isTrue() {
    assertThat(TABLE.codes()).allMatch(c -> c.parent().map(TABLE::contains).orElse(true));
  }

  @Test
  void contains_kotaJambi_butNoCodeOfAnotherSchemeOrEdition() {
    assertThat(TABLE.contains(code("15.71"))).isTrue();
    assertThat(TABLE.contains(code("15.99"))).isFalse();
    assertThat(TABLE.contains(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2022", "15.71")))
        .isFalse();
    assertThat(TABLE.contains(new RegionCode(RegionCode.Scheme.BPS, "2025", "1571"))).isFalse();
  }

  @Test
  @Tag("vectors")
  void codes_equalTheCorpus() throws IOException {
    Path file = Corpora.folder("regions").resolve("wilayah.csv");
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Set<RegionCode> corpus = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      corpus.add(code(line.substring(0, line.indexOf(','))));
    }
    long accepted = corpus.stream().filter(TABLE::contains).count();
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        lines.size() - 1, accepted, 0, 0, "regions");
    assertThat(corpus).hasSize(lines.size() - 1);
    assertThat(TABLE.codes()).isEqualTo(corpus);
  }
}
