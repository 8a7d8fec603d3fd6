package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static String canonical(JsonValue value) throws FormatException {
    return new String(CanonicalJson.toBytes(value), StandardCharsets.UTF_8);
  }

  private static JsonValue read(String json) throws FormatException {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
  }

  private static void assertRefused(JsonValue value, String message) {
    assertThatThrownBy(() -> CanonicalJson.toBytes(value))
        .isExactlyInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  /** RFC 8785, section 3.2.2, and its result in section 3.2.4. */
  @Test
  void toBytes_exampleOfTheRfc_isItsForm() throws FormatException {
    JsonValue value =
        read(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """);
    assertThat(canonical(value))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, section 3.2.3. */
  @Test
  void toBytes_membersOfTheRfc_areSortedByCodeUnits() throws FormatException {
    JsonValue value =
        read(
            """
            {
              "\\u20ac": "Euro Sign",
              "\\r": "Carriage Return",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\\ud83d\\ude00": "Emoji: Grinning Face",
              "\\u0080": "Control",
              "\\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """);
    JsonObject sorted = (JsonObject) read(canonical(value));
    assertThat(sorted.members().values())
        .extracting(v -> ((JsonString) v).value())
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  void toBytes_everyCharacterBelow128_isEscapedAsTheRfcSays() throws FormatException {
    String[] short0 = {"\\b", "\\t", "\\n", null, "\\f", "\\r"};
    for (char c = 0; c < 128; c++) {
      String expected = Character.toString(c);
      if (c >= 8 && c <= 13 && short0[c - 8] != null) {
        expected = short0[c - 8];
      } else if (c < 32) {
        expected = (c < 16 ? "\\u000" : "\\u00") + Integer.toHexString(c);
      } else if (c == '"' || c == '\\') {
        expected = "\\" + c;
      }
      assertThat(canonical(new JsonString("" + c))).isEqualTo('"' + expected + '"');
    }
  }

  @Test
  void toBytes_emptyThings_stayEmpty() throws FormatException {
    assertThat(canonical(read(" { \"b\" : { } , \"a\" : [ ] , \"\" : \"\" } ")))
        .isEqualTo("{\"\":\"\",\"a\":[],\"b\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "a\ud800", "\udc00\ud800", "\ud800\ud800\udc00"})
  void toBytes_loneSurrogate_isRefused(String text) {
    assertRefused(new JsonString(text), "the whole document: a lone surrogate is not a character");
    JsonValue nested =
        JsonObject.builder()
            .put("a/b~", new JsonArray(List.of(JsonNull.NULL, new JsonString(text))))
            .build();
    assertRefused(nested, "/a~1b~0/1: a lone surrogate is not a character");
  }

  @Test
  void toBytes_loneSurrogateInAName_isRefused() {
    JsonObject object = new JsonObject(Map.of("\udead", JsonNull.NULL));
    assertThatThrownBy(() -> CanonicalJson.toBytes(object)).isInstanceOf(FormatException.class);
  }

  @Test
  void toBytes_numbersBeyondADouble_areRefused() throws FormatException {
    assertThat(canonical(new JsonNumber("1.7976931348623157e308")))
        .isEqualTo("1.7976931348623157e+308");
    // Nearer to the largest double than to the next power of two, so it still means the former.
    assertThat(canonical(new JsonNumber("1.7976931348623158e308")))
        .isEqualTo("1.7976931348623157e+308");
    String message = "the whole document: a number beyond the range of a double";
    assertRefused(new JsonNumber("1.7976931348623159e308"), message);
    assertRefused(new JsonNumber("-1e309"), message);
    assertRefused(new JsonNumber("1e99999999999999999999"), message);
    assertRefused(new JsonNumber("9".repeat(400)), message);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-400, 0",
    "-0, 0",
    "-0.0e5, 0",
    "1.0, 1",
    "1.00000000000000000001, 1",
    "9007199254740992, 9007199254740992",
    "9007199254740993, 9007199254740992",
    "9007199254740995, 9007199254740996",
    "999999999999999999999, 1e+21",
    "100000000000000000000, 100000000000000000000"
  })
  void toBytes_numbersADoubleIsNearTo_becomeThatDouble(String number, String expected)
      throws FormatException {
    assertThat(canonical(new JsonNumber(number))).isEqualTo(expected);
  }

  @Test
  void toBytes_depthAtTheLimit_isTakenAndOneMoreIsNot() throws FormatException {
    assertThat(canonical(nested(CanonicalJson.MAX_DEPTH))).hasSize(2 * CanonicalJson.MAX_DEPTH + 4);
    JsonValue deeper = nested(CanonicalJson.MAX_DEPTH + 1);
    assertThatThrownBy(() -> CanonicalJson.toBytes(deeper))
        .isInstanceOf(FormatException.class)
        .hasMessageEndingWith("nested deeper than 512");
  }

  private static JsonValue nested(int depth) {
    JsonValue value = JsonNull.NULL;
    for (int i = 0; i < depth; i++) {
      value = new JsonArray(List.of(value));
    }
    return value;
  }

  @Test
  void toBytes_valuesAtRandom_haveOneFormInAnyOrder() throws FormatException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      JsonValue value = RandomJson.value(random, 4);
      String form = canonical(value);
      assertThat(canonical(shuffled(value, random))).as("seed %d", seed).isEqualTo(form);
      assertThat(canonical(read(form))).as("seed %d", seed).isEqualTo(form);
    }
  }

  private static JsonValue shuffled(JsonValue value, Random random) {
    if (value instanceof JsonArray array) {
      return new JsonArray(array.items().stream().map(item -> shuffled(item, random)).toList());
    }
    if (value instanceof JsonObject object) {
      List<String> names = new ArrayList<>(object.members().keySet());
      Collections.shuffle(names, random);
      JsonObject.Builder copy = JsonObject.builder();
      names.forEach(name -> copy.put(name, shuffled(object.get(name).orElseThrow(), random)));
      return copy.build();
    }
    return value;
  }
}
