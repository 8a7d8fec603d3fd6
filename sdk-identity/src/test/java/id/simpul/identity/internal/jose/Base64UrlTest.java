package id.simpul.identity.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  /** RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({"'',''", "f,Zg", "fo,Zm8", "foo,Zm9v", "foob,Zm9vYg", "fooba,Zm9vYmE"})
  void encodeAndDecode_rfc4648Vectors_agree(String bytes, String text) {
    byte[] raw = bytes.getBytes(StandardCharsets.US_ASCII);
    assertThat(Base64Url.encode(raw)).isEqualTo(text);
    assertThat(Base64Url.decode(text)).hasValue(raw);
  }

  @Test
  void decode_whatEncodeGave_isTheSame() {
    Random random = new Random(7515);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Base64Url.decode(Base64Url.encode(bytes))).hasValue(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Z",
        "Zg=",
        "Zg==",
        "Zm8=",
        "Zm9v=",
        "=",
        "====",
        "Zm9vY",
        "Z g",
        " Zg",
        "Zg ",
        "Zg\n",
        "Zm\r\n9v",
        "Zm9+",
        "Zm9/",
        "Zm.v",
        "Zm9\u00e9",
        "Zm9\uff21",
        "Zm9\ud83d\ude00",
        "Zm9\u0000"
      })
  void decode_anythingElse_isRefused(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }

  @Test
  void decode_everyCharacterOutsideTheAlphabet_isRefusedEverywhere() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (char c = 0; c < 512; c++) {
      if (alphabet.indexOf(c) < 0) {
        for (int at = 0; at < 4; at++) {
          String text = "AAAA".substring(0, at) + c + "AAAA".substring(at + 1);
          assertThat(Base64Url.decode(text)).as("character %d at %d", (int) c, at).isEmpty();
        }
      }
    }
  }

  @Test
  void decode_unusedBitsSet_isRefused() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int value = 0; value < 64; value++) {
      char last = alphabet.charAt(value);
      assertThat(Base64Url.decode("A" + last).isPresent()).isEqualTo(value % 16 == 0);
      assertThat(Base64Url.decode("AA" + last).isPresent()).isEqualTo(value % 4 == 0);
      assertThat(Base64Url.decode("AAA" + last)).isPresent();
    }
  }
}
