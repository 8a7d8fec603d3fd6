package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.AddressPolicy;
import org.junit.jupiter.api.Test;

final class CredentialIssuanceClientTest {
  private final FakeIssuer issuer = new FakeIssuer();

  @Test
  void newClient_thatLooksAtNoAddresses_isRefused() {
    issuer.addresses = AddressPolicy.anyAddress();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CredentialIssuanceClient(issuer, issuer.clock));
    issuer.addresses = AddressPolicy.publicOnly();
    assertThat(new CredentialIssuanceClient(issuer, issuer.clock)).isNotNull();
  }
}
