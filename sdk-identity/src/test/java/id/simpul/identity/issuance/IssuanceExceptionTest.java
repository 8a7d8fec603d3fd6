package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.issuance.IssuanceException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IssuanceExceptionTest {
  @ParameterizedTest
  @CsvSource({
    "INVALID_GRANT, invalid_grant, 400, identity.issuance.invalid-grant",
    "INVALID_TOKEN, invalid_token, 401, identity.issuance.invalid-token",
    "INVALID_NONCE, invalid_nonce, 400, identity.issuance.invalid-nonce"
  })
  void reason_word_isTheStandardsAndItsCodeOurs(
      Reason reason, String word, int status, String code) {
    assertThat(reason.word()).isEqualTo(word);
    assertThat(reason.status()).isEqualTo(status);
    assertThat(reason.code()).isEqualTo(code);
  }
}
