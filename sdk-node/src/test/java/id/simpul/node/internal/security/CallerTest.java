package id.simpul.node.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {
  @ParameterizedTest
  @EnumSource(Caller.Kind.class)
  void may_healthRecords_onlyWithAKeyForHealth(Caller.Kind kind) {
    assertThat(new Caller(kind, "rsud").may(Access.HEALTH)).isEqualTo(kind == Caller.Kind.HEALTH);
  }

  @ParameterizedTest
  @EnumSource(Caller.Kind.class)
  void may_readingErasingExporting_onlyWithTheirKeys(Caller.Kind kind) {
    Caller caller = new Caller(kind, "x");
    assertThat(caller.may(Access.HEALTH_READER))
        .isEqualTo(kind == Caller.Kind.HEALTH || kind == Caller.Kind.CUSTODIAN);
    assertThat(caller.may(Access.CUSTODIAN)).isEqualTo(kind == Caller.Kind.CUSTODIAN);
    assertThat(caller.may(Access.EXPORTER)).isEqualTo(kind == Caller.Kind.EXPORTER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Access.class,
      names = {"REPORTER", "OFFICER", "REGISTRAR", "VERIFIER", "CUSTODIAN", "EXPORTER"})
  void may_keyForHealth_nothingElse(Access access) {
    assertThat(new Caller(Caller.Kind.HEALTH, "rsud").may(access)).isFalse();
  }

  @Test
  void byBearer_health_isNeverInAUrl() {
    assertThat(Access.HEALTH.byBearer()).isTrue();
  }
}
