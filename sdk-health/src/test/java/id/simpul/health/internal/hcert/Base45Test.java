package id.simpul.health.internal.hcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
  /** RFC 9285, sections 4.3 and 4.4. */
  @ParameterizedTest
  @CsvSource({
    "AB, BB8",
    "Hello!!, %69 VD92EX0",
    "base-45, UJCLQE7W581",
    "ietf!, QED8WEX0",
    "'', ''"
  })
  void encodeAndDecode_examplesOfTheRfc_areTheirs(String plain, String text)
      throws FormatException {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertThat(Base45.encode(bytes)).isEqualTo(text);
    assertThat(Base45.decode(text)).isEqualTo(bytes);
  }

  @Test
  void decode_largestValues_areTaken() throws FormatException {
    assertThat(Base45.decode("FGW")).containsExactly(0xff, 0xff);
    assertThat(Base45.decode("U5")).containsExactly(0xff);
    assertThat(Base45.decode("00")).containsExactly(0);
    assertThat(Base45.decode("000")).containsExactly(0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "GGW, beyond two bytes",
    ":::, beyond two bytes",
    "000GGW, beyond two bytes",
    "V5, beyond one byte",
    "::, beyond one byte",
    "FGWV5, beyond one byte",
    "0, left over",
    "0000, left over",
    "0a0, outside the alphabet",
    "00a, outside the alphabet",
    "a0, outside the alphabet",
    "0a, outside the alphabet",
    "00é, outside the alphabet",
    "0_0, outside the alphabet",
    "0\t0, outside the alphabet"
  })
  void decode_whatIsNoEncoding_isRefused(String text, String reason) {
    assertThatThrownBy(() -> Base45.decode(text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 1001})
  void decode_encodedBytes_areTheSame(int length) throws FormatException {
    byte[] bytes = new byte[length];
    new SplittableRandom(9285).nextBytes(bytes);
    assertThat(Base45.decode(Base45.encode(bytes))).isEqualTo(bytes);
  }

  /** Every text of one, two and three characters of Latin-1: taken exactly when it is the one. */
  @Test
  void decode_everyShortText_hasOneForm() {
    int taken = 0;
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        String text = "" + (char) a + (char) b;
        try {
          assertThat(Base45.encode(Base45.decode(text))).isEqualTo(text);
          taken++;
        } catch (FormatException e) {
          assertThat(e.where()).startsWith("character ");
        }
      }
    }
    assertThat(taken).isEqualTo(256);
  }
}
