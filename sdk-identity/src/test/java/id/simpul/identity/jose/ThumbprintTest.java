package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbprintTest {
  private static final String RFC8037_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

  /** RFC 8037, appendix A.3. */
  @Test
  void of_rfc8037Key_isItsThumbprint() {
    PublicJwk jwk =
        PublicJwk.parse(
            Tokens.utf8(
                """
                {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
                """));
    assertThat(Thumbprint.of(jwk.key())).hasToString(RFC8037_THUMBPRINT);
    assertThat(jwk.kid()).isEqualTo(RFC8037_THUMBPRINT);
  }

  /**
   * RFC 9449, section 6.1: the key of section 4.2 and its thumbprint; other members are left out.
   */
  @Test
  void of_rfc9449Key_isItsThumbprint() {
    PublicJwk jwk =
        PublicJwk.parse(
            Tokens.utf8(
                """
                {"kty":"EC","kid":"left out","alg":"ES256",
                 "x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
                 "y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}
                """));
    assertThat(Thumbprint.of(jwk.key()).value())
        .isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4kA",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4l",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4=",
        "kPrK/qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
      })
  void construct_anythingElse_isRefused(String text) {
    assertThat(Tokens.refusal(() -> new Thumbprint(text)).reason()).isEqualTo(Reason.MALFORMED);
  }
}
