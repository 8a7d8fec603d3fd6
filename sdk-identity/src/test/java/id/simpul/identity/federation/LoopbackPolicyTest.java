package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.AddressPolicy;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;

class LoopbackPolicyTest {
  private static final EntityId LOOPBACK = new EntityId("http://localhost:8081/");
  private static final EntityId HTTPS = new EntityId("https://localhost/");

  @Test
  void check_loopbackInProduction_isRefused() {
    assertThatThrownBy(() -> LoopbackPolicy.production().check(LOOPBACK))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED))
        .hasMessageContaining("http://localhost:8081/");
    assertThat(LoopbackPolicy.production()).hasToString("https only");
  }

  @Test
  void check_loopbackInDevelopment_isAllowed() {
    LoopbackPolicy development = LoopbackPolicy.allowInsecureLoopbackForDevelopment();
    assertThat(development.check(LOOPBACK)).isSameAs(LOOPBACK);
    assertThat(development).hasToString("insecure loopback allowed for development");
  }

  @Test
  void check_https_isAllowedByBoth() {
    assertThat(LoopbackPolicy.production().check(HTTPS)).isSameAs(HTTPS);
    assertThat(LoopbackPolicy.allowInsecureLoopbackForDevelopment().check(HTTPS)).isSameAs(HTTPS);
  }

  @Test
  void newEntity_plainHttpElsewhere_isNoEntityUnderAnyPolicy() {
    assertThatThrownBy(() -> new EntityId("http://jambi.example/"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addresses_production_arePublicAlone() {
    assertThat(LoopbackPolicy.production().addresses()).isSameAs(AddressPolicy.publicOnly());
    assertThat(LoopbackPolicy.production().addresses().allowsInsecureLoopback()).isFalse();
  }

  @Test
  void addresses_development_includeThisMachine() {
    AddressPolicy addresses = LoopbackPolicy.allowInsecureLoopbackForDevelopment().addresses();
    assertThat(addresses.allowsInsecureLoopback()).isTrue();
    assertThat(addresses.isRestricted()).isTrue();
  }
}
