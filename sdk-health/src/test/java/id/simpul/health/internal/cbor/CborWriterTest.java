package id.simpul.health.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborWriterTest {
  private static String written(CborValue value) {
    return HexFormat.of().formatHex(CborWriter.write(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "23, 17",
    "24, 1818",
    "255, 18ff",
    "256, 190100",
    "65535, 19ffff",
    "65536, 1a00010000",
    "4294967295, 1affffffff",
    "4294967296, 1b0000000100000000",
    "-1, 20",
    "-24, 37",
    "-25, 3818",
    "-256, 38ff",
    "-257, 390100",
    "9223372036854775807, 1b7fffffffffffffff",
    "-9223372036854775808, 3b7fffffffffffffff"
  })
  void write_integer_isShortest(long value, String hex) {
    assertThat(written(CborInteger.of(value))).isEqualTo(hex);
    assertThat(CborInteger.of(value).asLong()).hasValue(value);
    assertThat(CborInteger.of(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, f90000",
    "-0.0, f98000",
    "1.5, f93e00",
    "65504.0, f97bff",
    "65505.0, fa477fe100",
    "65536.0, fa47800000",
    "5.960464477539063e-8, f90001",
    "2.9802322387695312e-8, fa33000000",
    "6.103515625e-05, f90400",
    "6.097555160522461e-05, f903ff",
    "100000.5, fa47c35040",
    "1.1, fb3ff199999999999a",
    "NaN, f97e00",
    "Infinity, f97c00",
    "-Infinity, f9fc00"
  })
  void write_number_isShortest(double value, String hex) {
    assertThat(written(new CborFloat(value))).isEqualTo(hex);
  }

  @Test
  void write_keys_areInBytewiseOrderOfTheirEncoding() {
    Map<CborValue, CborValue> entries = new LinkedHashMap<>();
    for (CborValue key :
        new CborValue[] {
          new CborText("aa"),
          new CborText("z"),
          CborInteger.of(-1),
          CborInteger.of(100),
          CborInteger.of(10)
        }) {
      entries.put(key, CborSimple.NULL);
    }

    // RFC 8949, section 4.2.1, the example.
    assertThat(written(new CborMap(entries))).isEqualTo("a50af61864f620f6617af6626161f6");
  }

  @Test
  void write_lengths_areDefinite() {
    assertThat(written(CborArray.of(new CborText("a"), CborBytes.of(new byte[] {1}))))
        .isEqualTo("8261614101");
    assertThat(written(new CborText("x".repeat(24)))).startsWith("7818");
    assertThat(written(new CborTag(61, CborSimple.TRUE))).isEqualTo("d83df5");
    assertThat(written(new CborSimple(255))).isEqualTo("f8ff");
  }

  @Test
  void integer_beyondLong_hasNoLong() {
    assertThat(new CborInteger(false, -1).asLong()).isEmpty();
    assertThat(new CborInteger(true, -1).asLong()).isEmpty();
    assertThat(new CborInteger(true, -1).value()).hasToString("-18446744073709551616");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 24, 31, 256})
  void simple_numberThatIsNone_isRefused(int number) {
    assertThatThrownBy(() -> new CborSimple(number)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytes_given_areCopied() {
    byte[] own = {1, 2};
    CborBytes bytes = CborBytes.of(own);
    own[0] = 9;
    bytes.bytes()[1] = 9;

    assertThat(bytes.bytes()).containsExactly(1, 2);
    assertThat(bytes).isEqualTo(CborBytes.of(new byte[] {1, 2}));
    assertThat(bytes).hasSameHashCodeAs(CborBytes.of(new byte[] {1, 2}));
    assertThat(bytes.length()).isEqualTo(2);
  }
}
