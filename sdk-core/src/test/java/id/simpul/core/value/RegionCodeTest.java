package id.simpul.core.value;

import static id.simpul.core.value.RegionCode.Scheme.BPS;
import static id.simpul.core.value.RegionCode.Scheme.KEMENDAGRI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {
  private static RegionCode kemendagri(String code) {
    return new RegionCode(KEMENDAGRI, "2025", code);
  }

  @ParameterizedTest
  @CsvSource({
    "KEMENDAGRI,15,PROVINCE", "KEMENDAGRI,15.71,REGENCY", "KEMENDAGRI,15.71.01,DISTRICT",
    "KEMENDAGRI,15.71.01.1001,VILLAGE", "BPS,15,PROVINCE", "BPS,1571,REGENCY",
    "BPS,1571010,DISTRICT", "BPS,1571010001,VILLAGE"
  })
  void level_isReadFromTheCode(RegionCode.Scheme scheme, String code, RegionCode.Level level) {
    assertThat(new RegionCode(scheme, "2025", code).level()).isEqualTo(level);
  }

  @Test
  void parent_climbsToTheProvince() {
    assertThat(kemendagri("15.71.01.1001").parent()).contains(kemendagri("15.71.01"));
    assertThat(kemendagri("15.71").parent()).contains(kemendagri("15"));
    assertThat(kemendagri("15").parent()).isEmpty();
    RegionCode village = new RegionCode(BPS, "2025", "1571010001");
    assertThat(village.parent()).contains(new RegionCode(BPS, "2025", "1571010"));
    assertThat(village.parent().flatMap(RegionCode::parent))
        .contains(new RegionCode(BPS, "2025", "1571"));
    assertThat(new RegionCode(BPS, "2025", "1571").parent())
        .contains(new RegionCode(BPS, "2025", "15"));
  }

  @Test
  void within_parentsAndItself_isTrue() {
    assertThat(kemendagri("15.71.01.1001").within(kemendagri("15.71"))).isTrue();
    assertThat(kemendagri("15.71").within(kemendagri("15.71"))).isTrue();
    assertThat(kemendagri("15").within(kemendagri("15.71"))).isFalse();
    assertThat(kemendagri("15.72").within(kemendagri("15.71"))).isFalse();
  }

  @Test
  void equals_anotherSchemeOrEdition_isFalse() {
    assertThat(kemendagri("31")).isNotEqualTo(new RegionCode(BPS, "2025", "31"));
    assertThat(kemendagri("31")).isNotEqualTo(new RegionCode(KEMENDAGRI, "2022", "31"));
    assertThat(kemendagri("31.71").within(new RegionCode(BPS, "2025", "31"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "05",
        "1571",
        "15.7",
        "15.71.1",
        "15.71.01.1",
        "15.71.01.1001.1",
        "15.71.",
        "AB"
      })
  void kemendagri_anotherForm_refused(String code) {
    assertThatThrownBy(() -> kemendagri(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"15.71", "157", "15710", "157101", "15710100", "157101000"})
  void bps_anotherForm_refused(String code) {
    assertThatThrownBy(() -> new RegionCode(BPS, "2025", code))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25", "2025-", "2025-123", "latest"})
  void edition_anotherForm_refused(String edition) {
    assertThatThrownBy(() -> new RegionCode(BPS, edition, "15"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
