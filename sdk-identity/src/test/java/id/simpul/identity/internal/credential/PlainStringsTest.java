package id.simpul.identity.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short cut past the reader of JSON, which may never say anything else than that reader. */
class PlainStringsTest {
  private static final int TEXTS = 300_000;
  private static final int MAX_PIECES = 9;
  private static final String[] PIECES = {
    "[", "]", "\"", "\"", ",", " ", "a", "~", "\\", "1", "{", "}", ":", "\u00e9", "\u0000", "\u007f"
  };

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<JsonValue> json(String text) {
    try {
      return Optional.of(Json.read(bytes(text), Limits.DEFAULT));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a\"]", "[\"s\",\"n\",\"v\"]", "[\"s\", \"n\", \"\"]", "[\"~ \"]"})
  void read_plainStrings_areTheirs(String text) {
    assertThat(PlainStrings.read(bytes(text)).map(JsonArray::new).map(JsonValue.class::cast))
        .isPresent()
        .isEqualTo(json(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "[1]",
        "[\"a\"",
        "[\"a\",\"b\",\"c\",\"d\"]",
        "[\"a\",]",
        "[\"a\",  \"b\"]",
        "[\"a\" ,\"b\"]",
        "[\"a\"]]",
        "[\"a\"] ",
        " [\"a\"]",
        "[\"\\n\"]",
        "[\"\u00e9\"]",
        "[\"\u007f\"]",
        "[\"a\",1]",
        "[[\"a\"]]",
        "\"a\""
      })
  void read_anythingElse_isLeftToTheReader(String text) {
    assertThat(PlainStrings.read(bytes(text))).isEmpty();
  }

  @Test
  void read_anyText_neverDiffersFromTheReader() {
    Random random = new Random(20261122);
    int plain = 0;
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder("[\"");
      for (int pieces = random.nextInt(MAX_PIECES); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      text.append(random.nextBoolean() ? "\"]" : "");
      Optional<List<JsonValue>> read = PlainStrings.read(bytes(text.toString()));
      if (read.isPresent()) {
        plain++;
        assertThat(json(text.toString())).contains(new JsonArray(read.get()));
        assertThat(read.get()).allMatch(JsonString.class::isInstance);
      }
    }
    assertThat(plain).isGreaterThan(TEXTS / 100);
  }
}
