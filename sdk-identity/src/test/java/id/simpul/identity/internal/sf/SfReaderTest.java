package id.simpul.identity.internal.sf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SfReaderTest {
  @Test
  void item_everyKind_readsAndWritesBack() throws FormatException {
    for (String text :
        List.of(
            "-42;a;b=?0",
            "1.5",
            "\"\"",
            "\"\\\\\"",
            "\"a\\\"\"",
            "\"a\\\"b\\\\\"",
            "*tok/en:1",
            ":AQI=:",
            "?1",
            "@-7",
            "%\"%e2%82%ac\"",
            "%\"%c3%aa%c3%af\"")) {
      assertThat(SfWriter.member(SfReader.item(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "==",
        "===",
        "====",
        "A",
        "A=",
        "A==",
        "A===",
        "AA",
        "AA=",
        "AA===",
        "AAA",
        "AAA==",
        "AB==",
        "AAB=",
        "AC==",
        "AE==",
        "AI==",
        "AAC=",
        "AA==AA==",
        "A=A=",
        "AAAA=",
        "AA=A",
        "AA_A",
        "AA-A",
        "AAAA\n"
      })
  void item_base64InAnotherForm_isRefused(String base64) {
    assertThatThrownBy(() -> SfReader.item(":" + base64 + ":")).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA==", "AQ==", "AAA=", "AAE=", "AAAA", "+/+/", "AAAAAA=="})
  void item_canonicalBase64_isReadAndWrittenBack(String base64) throws FormatException {
    String text = ":" + base64 + ":";
    assertThat(SfWriter.member(SfReader.item(text))).isEqualTo(text);
  }

  @Test
  void item_date_isAnInstant() throws FormatException {
    assertThat(SfReader.item("@1618884473").value())
        .isEqualTo(new BareItem.DateItem(Instant.parse("2021-04-20T02:07:53Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1 2",
        "\t1",
        "1\t",
        "-",
        "--1",
        "1.",
        ".5",
        "1.2345",
        "\"a",
        "\"\\a\"",
        "\"a\\",
        ":YQ:",
        ":YR==:",
        ":Y Q=:",
        ":YQ==",
        "?",
        "?2",
        "@1.5",
        "@",
        "%a",
        "%\"%C3\"",
        "%\"%c3\"",
        "%\"%\"",
        "%\"%6g\"",
        "%\"%6`\"",
        "a;",
        "a;B",
        "a;b=",
        "(a)",
        "é",
        "\"é\"",
        "\uffff",
        "\"\uffff\""
      })
  void item_notAnItem_isRefused(String text) {
    assertThatThrownBy(() -> SfReader.item(text)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",", "a,", "a,,b", "a b", "(a", "(a,b)", "(a(b))", "(a)b", "((a))", "(\ta)"})
  void list_notAList_isRefused(String text) {
    assertThatThrownBy(() -> SfReader.list(text)).isInstanceOf(FormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A=1", "{=1", "`=1", "a{=1", "a`=1", "=1", "a=", "a==1", "a=1,", "a=1 b=2", "1", "a =1"
      })
  void dictionary_notADictionary_isRefused(String text) {
    assertThatThrownBy(() -> SfReader.dictionary(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void dictionary_keyTwice_lastWins() throws FormatException {
    assertThat(SfWriter.dictionary(SfReader.dictionary("a=1,b=2;x=1;x=3,a=4")))
        .isEqualTo("a=4, b=2;x=3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1, a=2", "a, a", "a=1;x;x", "a=(1;x=1;x=2)", "a=();x;y;x"})
  void uniqueDictionary_keyTwice_isRefused(String text) throws FormatException {
    assertThat(SfReader.dictionary(text).members()).hasSize(1);
    assertThatThrownBy(() -> SfReader.uniqueDictionary(text))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void item_bad_saysWhereAndQuotesNothing() {
    assertThatThrownBy(() -> SfReader.item("\"rahasia\" x"))
        .hasMessage("character 11: something follows the item");
    assertThatThrownBy(() -> SfReader.item(":Y Q=:")).hasMessage("character 7: not base64");
    assertThatThrownBy(() -> SfReader.item("%\"%c3\"")).hasMessage("character 3: not valid UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"  1", "  a;b", "1  "})
  void item_spacesAround_areSteppedOver(String text) throws FormatException {
    assertThat(SfReader.item(text)).isEqualTo(SfReader.item(text.trim()));
    assertThat(SfReader.list(text)).isEqualTo(SfReader.list(text.trim()));
  }

  @Test
  void dictionaryAndInnerList_spacesAround_areSteppedOver() throws FormatException {
    assertThat(SfWriter.dictionary(SfReader.dictionary("  a=1  ,\tb  "))).isEqualTo("a=1, b");
    assertThat(SfReader.list("(  1   2  )")).isEqualTo(SfReader.list("(1 2)"));
    assertThat(SfReader.item("1;  a;   b")).isEqualTo(SfReader.item("1;a;b"));
  }

  @Test
  void item_digitsAtLimit_areTakenAndOneMoreRefused() throws FormatException {
    digits("999999999999999", "9999999999999999");
    digits("-999999999999999", "-9999999999999999");
    digits("999999999999.9", "9999999999999.9");
    digits("-1.999", "-1.9999");
  }

  private static void digits(String atLimit, String past) throws FormatException {
    assertThat(SfWriter.member(SfReader.item(atLimit))).isEqualTo(atLimit);
    assertThatThrownBy(() -> SfReader.item(past)).isInstanceOf(FormatException.class);
  }

  @Test
  void read_atEachLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    int string = SfLimits.MAX_STRING_LENGTH;
    limit(n -> "\"" + "a".repeat(n) + "\"", string);
    limit(n -> "\"\\\\" + "a".repeat(n - 2) + "\"", string);
    limit(n -> "%\"" + "a".repeat(n) + "\"", string);
    limit("a"::repeat, SfLimits.MAX_TOKEN_LENGTH);
    limit(n -> "1;k=" + "a".repeat(n), SfLimits.MAX_TOKEN_LENGTH);
    limit(n -> "1;" + "k".repeat(n), SfLimits.MAX_KEY_LENGTH);
    limit(n -> "1" + parameters(n), SfLimits.MAX_PARAMETERS);
  }

  private static String parameters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(";k").append(i);
    }
    return text.toString();
  }

  private static void limit(IntFunction<String> text, int max) throws FormatException {
    SfReader.item(text.apply(max));
    assertThatThrownBy(() -> SfReader.item(text.apply(max + 1)))
        .isInstanceOf(FormatException.class)
        .hasMessageMatching(".*(longer|more) than " + max + ".*");
  }

  @Test
  void list_membersAtLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    String atLimit = "1" + ",1".repeat(SfLimits.MAX_MEMBERS - 1);
    assertThat(SfReader.list(atLimit)).hasSize(SfLimits.MAX_MEMBERS);
    assertThatThrownBy(() -> SfReader.list(atLimit + ",1")).isInstanceOf(FormatException.class);
  }

  @Test
  void dictionary_membersAtLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    String atLimit = parameters(SfLimits.MAX_MEMBERS).substring(1).replace(';', ',');
    assertThat(SfReader.dictionary(atLimit).members()).hasSize(SfLimits.MAX_MEMBERS);
    assertThatThrownBy(() -> SfReader.dictionary(atLimit + ",z"))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void innerList_itemsAtLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    String atLimit = "(" + "1 ".repeat(SfLimits.MAX_INNER_ITEMS) + ")";
    assertThat(((InnerList) SfReader.list(atLimit).get(0)).items())
        .hasSize(SfLimits.MAX_INNER_ITEMS);
    assertThatThrownBy(() -> SfReader.list(atLimit.replace(")", "1)")))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void item_bytesAtLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    byte[] atLimit = new byte[SfLimits.MAX_BYTES_LENGTH];
    Item item = Item.of(new BareItem.BytesItem(atLimit));
    assertThat(SfReader.item(SfWriter.member(item))).isEqualTo(item);
    Item past = Item.of(new BareItem.BytesItem(new byte[SfLimits.MAX_BYTES_LENGTH + 1]));
    assertThatThrownBy(() -> SfReader.item(SfWriter.member(past)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void field_lengthAtLimit_isAcceptedAndOnePastIsRefused() throws FormatException {
    String atLimit = "1" + " ".repeat(SfLimits.MAX_FIELD_LENGTH - 1);
    SfReader.item(atLimit);
    assertThatThrownBy(() -> SfReader.item(atLimit + " "))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("field longer");
  }

  @Test
  void read_randomText_isReadOrRefusedButNeverFailsOtherwise() {
    Random random = new Random(20261121);
    String alphabet = "ab*A019-.;=,()\"\\:?@% \t/é\u0000\uffffYQ";
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Dictionary dictionary = SfReader.dictionary(text.toString());
        assertThat(SfReader.dictionary(SfWriter.dictionary(dictionary))).isEqualTo(dictionary);
        read++;
      } catch (FormatException e) {
        assertThat(e.where()).startsWith("character ");
      }
    }
    assertThat(read).isPositive();
  }
}
