package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final Limits SMALL = new Limits(100, 3, 5, 4, 6, 4);

  private static JsonValue read(String document) throws FormatException {
    return read(document, Limits.DEFAULT);
  }

  private static JsonValue read(String document, Limits limits) throws FormatException {
    return Json.read(document.getBytes(StandardCharsets.UTF_8), limits);
  }

  private static FormatException refusal(String document, Limits limits) {
    return catchThrowableOfType(FormatException.class, () -> read(document, limits));
  }

  @Test
  void read_everyType_keepsOrderAndLexeme() throws IOException {
    JsonValue value = read("{\"b\":[1.50,true,false,null,\"x\"],\"a\":{}}");
    assertThat(value).isInstanceOf(JsonObject.class);
    assertThat(((JsonObject) value).members().keySet()).containsExactly("b", "a");
    assertThat(Json.toBytes(value))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"b\":[1.50,true,false,null,\"x\"],\"a\":{}}");
  }

  @Test
  void read_bytesAtLimit_accepted() throws IOException {
    String document = "\"" + "a".repeat(98) + "\"";
    Limits limits = Limits.DEFAULT.withMaxBytes(100);
    assertThat(read(document, limits)).isEqualTo(new JsonString("a".repeat(98)));
    assertThat(Json.read(new ByteArrayInputStream(bytes(document)), limits))
        .isEqualTo(new JsonString("a".repeat(98)));
  }

  @Test
  void read_bytesOnePastLimit_refused() {
    FormatException e = refusal("\"" + "a".repeat(99) + "\"", Limits.DEFAULT.withMaxBytes(100));
    assertThat(e.where()).isEqualTo("byte 101");
    assertThat(e.reason()).contains("100 bytes");
  }

  @Test
  void read_depthAtLimit_accepted() throws FormatException {
    assertThat(read("[[[1]]]", SMALL)).isInstanceOf(JsonArray.class);
  }

  @Test
  void read_depthOnePastLimit_refused() {
    assertThat(refusal("[[[[]]]]", SMALL).reason()).contains("deeper than 3");
  }

  @Test
  void read_stringAtLimit_accepted() throws FormatException {
    assertThat(read("\"12345\"", SMALL)).isEqualTo(new JsonString("12345"));
  }

  @Test
  void read_stringOnePastLimit_refused() {
    assertThat(refusal("\"123456\"", SMALL).reason()).contains("longer than 5");
  }

  @Test
  void read_nameAtLimit_accepted() throws FormatException {
    assertThat(read("{\"1234\":1}", SMALL)).isInstanceOf(JsonObject.class);
  }

  @Test
  void read_nameOnePastLimit_refused() {
    assertThat(refusal("{\"12345\":1}", SMALL).reason()).contains("longer than 4");
  }

  @Test
  void read_numberAtLimit_accepted() throws FormatException {
    assertThat(read("-1.234", SMALL)).isEqualTo(new JsonNumber("-1.234"));
  }

  @Test
  void read_numberOnePastLimit_refused() {
    assertThat(refusal("-1.2345", SMALL).reason()).contains("longer than 6");
  }

  @Test
  void read_nodesAtLimit_accepted() throws FormatException {
    assertThat(read("[1,2,3]", SMALL)).isInstanceOf(JsonArray.class);
  }

  @Test
  void read_nodesOnePastLimit_refused() {
    assertThat(refusal("[1,2,3,4]", SMALL).reason()).contains("more than 4");
  }

  @Test
  void read_hundredThousandOpenArrays_refusedWithoutStackOverflow() {
    assertThat(refusal("[".repeat(100_000), Limits.DEFAULT).reason()).contains("deeper than 64");
  }

  @Test
  void read_millionDigits_refused() {
    assertThat(refusal("1".repeat(1_000_000), Limits.DEFAULT).reason()).contains("longer than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}", "{\"a\":1,\"\\u0061\":2}"})
  void read_nameTwice_refused(String document) {
    assertThat(refusal(document, Limits.DEFAULT).reason()).contains("twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\ud800x\""})
  void read_loneSurrogate_refused(String document) {
    assertThat(refusal(document, Limits.DEFAULT).reason()).contains("surrogate");
  }

  @Test
  void read_loneSurrogateInName_refused() {
    assertThat(refusal("{\"\\udfff\":1}", Limits.DEFAULT)).isNotNull();
  }

  @Test
  void read_surrogatePair_accepted() throws FormatException {
    assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(new JsonString("\uD83D\uDE00"));
  }

  @Test
  void read_invalidUtf8_namesTheByte() {
    byte[] document = {'"', 'a', (byte) 0xC3, '"'};
    assertThatThrownBy(() -> Json.read(document, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            FormatException.class,
            e -> {
              assertThat(e.where()).isEqualTo("byte 3");
              assertThat(e.reason()).contains("UTF-8");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "{} {}", "[]x", "null,"})
  void read_somethingAfterTheValue_refused(String document) {
    assertThat(refusal(document, Limits.DEFAULT)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void read_nothing_refused(String document) {
    assertThat(refusal(document, Limits.DEFAULT).reason()).contains("empty");
  }

  @Test
  void read_wrongDocument_namesLineAndColumnAndQuotesNothing() {
    FormatException e = refusal("{\n  \"nik\": 3171016704900001x\n}", Limits.DEFAULT);
    assertThat(e.where()).startsWith("line 2, column ");
    assertThat(e).hasMessageNotContaining("3171").hasNoCause();
  }

  @Test
  void read_brokenStream_passesItsExceptionOn() {
    IOException broken = new IOException("gone");
    assertThatThrownBy(() -> Json.read(new FailingStream(broken), Limits.DEFAULT)).isSameAs(broken);
  }

  @Test
  void write_controlCharactersAndQuotes_escapedAndReadBack() throws IOException {
    JsonString value = new JsonString("\u0000\u001F\"\\/\u2028\uD83D\uDE00");
    assertThat(Json.read(Json.toBytes(value), Limits.DEFAULT)).isEqualTo(value);
  }

  @Test
  void writeIndented_object_hasOneLineAMember() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.writeIndented(JsonObject.builder().put("a", "x").put("b", JsonArray.EMPTY).build(), out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isGreaterThanOrEqualTo(4);
    assertThat(Json.read(out.toByteArray(), Limits.DEFAULT)).isInstanceOf(JsonObject.class);
  }

  @Test
  void write_closedStream_doesNotCloseAndPassesFailureOn() {
    IOException broken = new IOException("gone");
    assertThatThrownBy(() -> Json.write(JsonNull.NULL, new FailingOutput(broken))).isSameAs(broken);
  }

  @Test
  void readAfterWrite_thousandRandomValues_areEqual() throws IOException {
    long seed = 20261121L;
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      JsonValue value = RandomJson.value(random, 4);
      assertThat(Json.read(Json.toBytes(value), Limits.DEFAULT))
          .as("seed " + seed)
          .isEqualTo(value);
    }
  }

  @Test
  void number_wrongGrammar_refused() {
    for (String lexeme : List.of("", "01", "+1", ".5", "1.", "1e", "0x1", "NaN", "1 ")) {
      assertThatThrownBy(() -> new JsonNumber(lexeme)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void number_scale_isKept() {
    assertThat(JsonNumber.of(new BigDecimal("37.50")).lexeme()).isEqualTo("37.50");
    assertThat(new JsonNumber("1.50").toBigDecimal()).isEqualTo(new BigDecimal("1.50"));
    assertThat(new JsonNumber("1.0")).isNotEqualTo(new JsonNumber("1"));
  }

  @Test
  void objects_membersInAnotherOrder_areEqual() throws FormatException {
    assertThat(read("{\"a\":1,\"b\":2}")).isEqualTo(read("{\"b\":2,\"a\":1}"));
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }
}
