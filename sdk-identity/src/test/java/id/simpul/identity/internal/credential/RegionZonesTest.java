package id.simpul.identity.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.RegionTable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionZonesTest {
  /** Keppres 41/1987, province by province, with those that were made since. */
  @Test
  void of_everyProvince_isItsZone() {
    Map<String, Set<String>> zones = new TreeMap<>();
    for (RegionCode code : RegionTable.kemendagri2025().codes()) {
      if (code.level() == RegionCode.Level.PROVINCE) {
        zones.computeIfAbsent(RegionZones.of(code).getId(), z -> new TreeSet<>()).add(code.code());
      }
    }
    assertThat(zones)
        .containsOnly(
            Map.entry(
                "Asia/Jakarta",
                Set.of(
                    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33",
                    "34", "35", "36", "61", "62")),
            Map.entry(
                "Asia/Makassar",
                Set.of("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")),
            Map.entry("Asia/Jayapura", Set.of("81", "82", "91", "92", "93", "94", "95", "96")));
  }

  @ParameterizedTest
  @CsvSource({
    "KEMENDAGRI,15.71.01.1001,Asia/Jakarta",
    "KEMENDAGRI,64.72,Asia/Makassar",
    "BPS,6471010001,Asia/Makassar",
    "BPS,9471,Asia/Jayapura"
  })
  void of_smallerRegions_areTheirProvinces(RegionCode.Scheme scheme, String code, String zone) {
    assertThat(RegionZones.of(new RegionCode(scheme, "2025", code))).hasToString(zone);
  }
}
