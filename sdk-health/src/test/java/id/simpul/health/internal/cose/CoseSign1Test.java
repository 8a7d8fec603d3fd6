package id.simpul.health.internal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoseSign1Test {
  private static final CborLimits LIMITS = CborLimits.ofBytes(16 * 1024);
  private static final byte[] KID = {1, 2, 3, 4, 5, 6, 7, 8};

  private static CoseSign1 read(String hex) throws FormatException {
    return CoseSign1.read(HexFormat.of().parseHex(hex), LIMITS);
  }

  private static void refused(String hex, String reason) {
    assertThatThrownBy(() -> read(hex))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void sign_message_isReadBack() throws FormatException {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    byte[] message = CoseSign1.sign(key, KID, new byte[] {9});

    // Tag 18, an array of four, and the header {1: -7, 4: kid} in its one form.
    assertThat(HexFormat.of().formatHex(message))
        .startsWith("d2844da2012604480102030405060708a041095840");
    CoseSign1 read = CoseSign1.read(message, LIMITS);
    assertThat(read.algorithm()).hasValue(CoseAlgorithm.ES256);
    assertThat(read.kid()).hasValue(KID);
    assertThat(read.payload()).containsExactly(9);
    assertThat(read.signatureLength()).isEqualTo(64);
    assertThat(read.signature()).hasSize(64);
    assertThat(read).hasToString("COSE_Sign1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d2", "d83dd2"})
  void read_eachTagging_isTaken(String tags) throws FormatException {
    assertThat(read(tags + "8440a04040").payload()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "d83d8440a04040, the tag of a CWT without the tag of its message",
    "d2d28440a04040, no COSE_Sign1",
    "d83dd83dd28440a04040, no COSE_Sign1",
    "d2d83d8440a04040, no COSE_Sign1",
    "d8628440a04040, no COSE_Sign1",
    "d18440a04040, no COSE_Sign1",
    "8340a040, no COSE_Sign1",
    "8540a0404040, no COSE_Sign1",
    "a0, no COSE_Sign1",
    "00, no COSE_Sign1",
    "84a0a04040, part 0 is no byte string",
    "8440404040, the unprotected header is no map",
    "8440a0f640, part 2 is no byte string",
    "8440a06040, part 2 is no byte string",
    "8440a040f6, part 3 is no byte string",
    "844100a04040, the protected header is no map",
    "84429f01a04040, ends within",
    "8442a000a04040, something follows",
    "8445a201000101a04040, a key occurs twice",
    "8444a1028101a04040, must be understood",
    "8440a10281014040, must be understood"
  })
  void read_anythingElse_isRefused(String hex, String reason) {
    refused(hex, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "8443a10126a04040, ES256", // protected
    "8444a1013824a04040, PS256",
    "8440a101264040, ES256", // unprotected alone
    "8443a10126a10138244040, ES256" // the protected one wins
  })
  void algorithm_known_isTaken(String hex, CoseAlgorithm algorithm) throws FormatException {
    assertThat(read(hex).algorithm()).hasValue(algorithm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8440a04040", // none
        "8443a10127a04040", // EdDSA
        "8444a1013822a04040", // ES384
        "8444a1013825a04040", // PS384
        "8445a101390100a04040", // RS256
        "8443a10105a04040", // HMAC
        "8448a101654553323536a04040", // a text
        "844ba1013bffffffffffffffffa04040", // beyond a long
        "8443a10127a101264040" // the protected one wins
      })
  void algorithm_other_isNone(String hex) throws FormatException {
    assertThat(read(hex).algorithm()).isEmpty();
  }

  @Test
  void kid_protected_wins() throws FormatException {
    assertThat(read("8444a1044101a104410240" + "40").kid()).hasValue(new byte[] {1});
    assertThat(read("8440a104410240" + "40").kid()).hasValue(new byte[] {2});
    assertThat(read("8444a1046101a104410240" + "40").kid()).isEmpty();
    assertThat(read("8440a04040").kid()).isEmpty();
  }
}
