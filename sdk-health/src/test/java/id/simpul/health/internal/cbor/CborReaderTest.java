package id.simpul.health.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborReaderTest {
  private static final int MAX_BYTES = 16 * 1024;
  private static final CborLimits LIMITS = CborLimits.ofBytes(MAX_BYTES);

  private static CborValue read(String hex) throws FormatException {
    return CborReader.read(HexFormat.of().parseHex(hex), LIMITS);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ends within an item",
    "18, ends within an item",
    "1901, ends within an item",
    "1b00000000000000, ends within an item",
    "0000, something follows the item",
    "f600, something follows the item",
    "1c, a form that is reserved",
    "1d, a form that is reserved",
    "1e, a form that is reserved",
    "1f, no indefinite length",
    "3f, no indefinite length",
    "df00, no indefinite length",
    "fc, a form that is reserved",
    "ff, a break outside",
    "81ff, a break outside",
    "a1ff, a length beyond the end",
    "a101ff, a break outside",
    "c1ff, a break outside",
    "bf01ff, a break outside",
    "4100ff, something follows the item",
    "f800, a simple value in a form it must not have",
    "f818, a simple value in a form it must not have",
    "f81f, a simple value in a form it must not have",
    "42aa, a length beyond the end",
    "6261, a length beyond the end",
    "5bffffffffffffffff, a length beyond the end",
    "5b7fffffffffffffff, a length beyond the end",
    "9bffffffffffffffff, a length beyond the end",
    "9a7fffffff00, a length beyond the end",
    "ba7fffffff00, a length beyond the end",
    "a20102, a length beyond the end",
    "9f, ends within an item",
    "9f01, ends within an item",
    "bf, ends within an item",
    "bf0102, ends within an item",
    "5f, ends within an item",
    "5f4101, ends within an item",
    "7f6161, ends within an item",
    "5f6161ff, a chunk is of another type",
    "7f4161ff, a chunk is of another type",
    "5f01ff, a chunk is of another type",
    "5f5f4101ffff, no indefinite length",
    "7f7f6161ffff, no indefinite length",
    "61ff, not valid UTF-8",
    "62c080, not valid UTF-8",
    "63eda080, not valid UTF-8",
    "7f61c361a4ff, not valid UTF-8",
    "a201020103, a key occurs twice",
    "a20102180103, a key occurs twice",
    "bf01020103ff, a key occurs twice",
    "a2616101616102, a key occurs twice",
    "a2617801 7f6178ff02, a key occurs twice",
    "a1410100, a key is neither integer nor text",
    "a1800100, a key is neither integer nor text",
    "a1f600, a key is neither integer nor text",
    "a1c10000, a key is neither integer nor text",
    "a1f93c0000, a key is neither integer nor text"
  })
  void read_notAllowed_isRefused(String hex, String reason) {
    assertThatThrownBy(() -> read(hex.replace(" ", "")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("byte ");
  }

  @ParameterizedTest
  @CsvSource({
    "1801, 1",
    "190001, 1",
    "1a00000001, 1",
    "1b0000000000000001, 1",
    "5800, h''",
    "5fff, h''",
    "5f41014102ff, h'0102'",
    "7fff, '\"\"'",
    "9fff, []",
    "bfff, {}",
    "bf0102ff, {1: 2}",
    "f97c00, Infinity",
    "f9fc00, -Infinity",
    "f98000, -0.0",
    "f90001, 5.9604644775390625E-8",
    "f97bff, 65504.0",
    "fb3ff199999999999a, 1.1",
    "f7, simple(23)",
    "d83dd28440a04040, '61(18([h'''', {}, h'''', h'''']))'"
  })
  void read_otherForms_areTaken(String hex, String diagnostic) throws FormatException {
    assertThat(Diagnostic.of(read(hex))).isEqualTo(diagnostic);
  }

  @Test
  void read_size_isLimited() throws FormatException {
    byte[] largest = new byte[MAX_BYTES];
    largest[0] = 0x59;
    largest[1] = (byte) ((MAX_BYTES - 3) >>> 8);
    largest[2] = (byte) (MAX_BYTES - 3);
    assertThat(CborReader.read(largest, LIMITS)).isInstanceOf(CborBytes.class);
    assertThatThrownBy(() -> CborReader.read(new byte[MAX_BYTES + 1], LIMITS))
        .hasMessageContaining("more than 16384 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "a100", "c1", "9f", "bf00"})
  void read_depth_isLimited(String opening) throws FormatException {
    int max = CborLimits.DEFAULT_MAX_DEPTH;
    boolean indefinite = opening.endsWith("f") || opening.startsWith("bf");
    String close = indefinite ? "ff" : "";

    assertThat(read(opening.repeat(max) + "00" + close.repeat(max))).isNotNull();
    assertThatThrownBy(() -> read(opening.repeat(max + 1) + "00" + close.repeat(max + 1)))
        .hasMessageContaining("nested deeper than 16");
  }

  @Test
  void read_thousandsOfLevels_areRefusedEarly() {
    assertThatThrownBy(() -> read("81".repeat(MAX_BYTES))).hasMessageContaining("deeper than");
    assertThatThrownBy(() -> read("c1".repeat(MAX_BYTES))).hasMessageContaining("deeper than");
  }

  @Test
  void read_items_areLimited() throws FormatException {
    int max = CborLimits.DEFAULT_MAX_ITEMS;

    assertThat(read("9f" + "00".repeat(max - 1) + "ff")).isNotNull();
    assertThatThrownBy(() -> read("9f" + "00".repeat(max) + "ff"))
        .hasMessageContaining("more than 2000 items");
    assertThat(read("5f" + "40".repeat(max - 1) + "ff")).isNotNull();
    assertThatThrownBy(() -> read("5f" + "40".repeat(max) + "ff"))
        .hasMessageContaining("more than 2000 items");
    assertThatThrownBy(() -> read("7f" + "60".repeat(max) + "ff"))
        .hasMessageContaining("more than 2000 items");
  }

  @Test
  void limits_none_areRefused() {
    assertThatThrownBy(() -> new CborLimits(0, 1, 1)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new CborLimits(1, 0, 1)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new CborLimits(1, 1, 0)).hasMessageContaining("positive");
    assertThat(new CborLimits(1, 1, 1).maxItems()).isEqualTo(1);
  }

  @Test
  void read_anyBytes_areAnItemOrRefused() {
    SplittableRandom random = new SplittableRandom(8949);
    int taken = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      try {
        CborValue value = CborReader.read(bytes, LIMITS);
        byte[] written = CborWriter.write(value);
        assertThat(CborReader.read(written, LIMITS)).isEqualTo(value);
        assertThat(written).hasSizeLessThanOrEqualTo(Math.max(bytes.length, 1));
        taken++;
      } catch (FormatException e) {
        assertThat(e.where()).startsWith("byte ");
      }
    }
    assertThat(taken).isPositive();
  }

  @Test
  void toString_values_showNoContent() throws FormatException {
    assertThat(read("a161618201f6")).hasToString("map of 1");
    assertThat(read("820102")).hasToString("array of 2");
    assertThat(read("6161")).hasToString("text");
    assertThat(read("4161")).hasToString("byte string of 1");
    assertThat(read("05")).hasToString("integer");
    assertThat(read("f93c00")).hasToString("number");
    assertThat(read("d2f6")).hasToString("tag 18");
  }
}
