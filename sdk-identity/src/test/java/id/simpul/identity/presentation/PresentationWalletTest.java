package id.simpul.identity.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import org.junit.jupiter.api.Test;

final class PresentationWalletTest {
  @Test
  void newWallet_whoseClientLooksAtNoAddresses_isRefused() {
    ClientConfig.Builder config = ClientConfig.builder(ClientConfig.NO_BASE_URL);
    try (OperationClient any = OperationClient.create(config.build());
        OperationClient looking =
            OperationClient.create(config.addressPolicy(AddressPolicy.publicOnly()).build())) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PresentationWallet(any));
      assertThat(new PresentationWallet(looking)).isNotNull();
    }
  }
}
