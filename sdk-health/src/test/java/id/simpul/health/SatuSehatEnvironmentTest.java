package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SatuSehatEnvironmentTest {
  private static final SatuSehatEnvironment STAGING = SatuSehatEnvironment.STAGING;

  @ParameterizedTest
  @CsvSource({
    "AUTH,/oauth2/v1",
    "FHIR,/fhir-r4/v1",
    "CONSENT,/consent/v1",
    "KFA,/kfa",
    "KFA_V2,/kfa-v2",
    "KFA_V3_DEVICES,/kfa-v3/alkes",
    "MASTER_DATA,/masterdata"
  })
  void base_ofBoth_isHostAndPath(SatuSehatService service, String path) {
    assertThat(STAGING.base(service))
        .hasToString("https://api-satusehat-stg.dto.kemkes.go.id" + path);
    assertThat(SatuSehatEnvironment.PRODUCTION.base(service))
        .hasToString("https://api-satusehat.kemkes.go.id" + path);
  }

  @Test
  void with_anotherPathAtTheSameHost_overrides() {
    URI base = URI.create("https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v2");

    assertThat(STAGING.with(SatuSehatService.FHIR, base).base(SatuSehatService.FHIR))
        .isEqualTo(base);
  }

  @Test
  void with_anotherHost_needsItToBeTrustedFirst() {
    URI base = URI.create("https://kfa.example/kfa-v2");

    assertThatThrownBy(() -> STAGING.with(SatuSehatService.KFA_V2, base))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            STAGING
                .trusting(base)
                .with(SatuSehatService.KFA_V2, base)
                .base(SatuSehatService.KFA_V2))
        .isEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api-satusehat.kemkes.go.id",
        "http://localhost:8080",
        "ftp://localhost",
        "https://a@b.example",
        "https://b.example?q=1",
        "https://b.example#f"
      })
  void at_anotherForm_isRefused(String host) {
    assertThatThrownBy(() -> SatuSehatEnvironment.at(URI.create(host)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:80", "http://127.0.0.1:8080/", "http://[::1]"})
  void dangerouslyOnLoopback_thisMachine_isTaken(String host) {
    assertThat(SatuSehatEnvironment.dangerouslyOnLoopback(URI.create(host)).tokenOrigins())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://192.168.1.1", "http://localhost.example", "https://localhost", "http:/x"})
  void dangerouslyOnLoopback_anotherMachine_isRefused(String host) {
    assertThatThrownBy(() -> SatuSehatEnvironment.dangerouslyOnLoopback(URI.create(host)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api-satusehat-stg.dto.kemkes.go.id/anything?x=1,true",
    "https://API-SATUSEHAT-STG.dto.kemkes.go.id:443/,true",
    "https://api-satusehat-stg.dto.kemkes.go.id:8443/,false",
    "http://api-satusehat-stg.dto.kemkes.go.id/,false",
    "https://healthcare.googleapis.com/v1/projects,false",
    "https://api-satusehat-stg.dto.kemkes.go.id.example/,false"
  })
  void mayCarryToken_origin_decides(String url, boolean may) {
    assertThat(STAGING.mayCarryToken(URI.create(url))).isEqualTo(may);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"})
  void trusting_loopbackWithoutTls_isRefusedUnlessAllOfItIs(String host) {
    URI url = URI.create(host);

    assertThatThrownBy(() -> SatuSehatEnvironment.PRODUCTION.trusting(url))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> STAGING.with(SatuSehatService.AUTH, url))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            SatuSehatEnvironment.dangerouslyOnLoopback(URI.create("http://localhost"))
                .trusting(url)
                .mayCarryToken(url))
        .isTrue();
  }

  @Test
  void equals_sameBasesAndOrigins_holds() {
    URI host = URI.create("https://satusehat.example");

    assertThat(SatuSehatEnvironment.at(host))
        .isEqualTo(SatuSehatEnvironment.at(host))
        .hasSameHashCodeAs(SatuSehatEnvironment.at(host))
        .isNotEqualTo(STAGING);
  }

  @Test
  void credentials_toString_showsTheOrganizationAlone() {
    assertThat(Rig.credentials().toString())
        .contains(Rig.ORGANIZATION)
        .doesNotContain(Rig.SECRET, Rig.CLIENT_ID);
  }

  @Test
  void isPageOrigin_knownNames_andNoOthers() {
    assertThat(
            SatuSehatEnvironment.STAGING.isPageOrigin(
                URI.create("HTTPS://API-satusehat-dev.dto.kemkes.go.id/fhir-r4/v1/Patient")))
        .isTrue();
    assertThat(
            SatuSehatEnvironment.STAGING.mayCarryToken(
                URI.create("https://api-satusehat-dev.dto.kemkes.go.id/fhir-r4/v1/Patient")))
        .isFalse();
    for (String other :
        new String[] {
          "https://api-satusehat-dev.dto.kemkes.go.id", "http://api-satusehat.kemkes.go.id", "/x"
        }) {
      assertThat(SatuSehatEnvironment.PRODUCTION.isPageOrigin(URI.create(other)))
          .as(other)
          .isFalse();
    }
    assertThatThrownBy(() ->
            SatuSehatEnvironment.PRODUCTION.withPageHost(URI.create("http://elsewhere.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
