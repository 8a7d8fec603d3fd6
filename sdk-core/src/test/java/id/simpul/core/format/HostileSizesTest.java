package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.support.Cost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to cost: each is refused by a named limit, quickly and in little memory. */
class HostileSizesTest {
  private static final int MANY = 1_000_000;

  @FunctionalInterface
  private interface Reader {
    Object read(InputStream in, Limits limits) throws IOException;
  }

  private static void refused(Reader reader, InputStream document, String limit) {
    AtomicReference<FormatException> refusal = new AtomicReference<>();
    Cost.bounded(() ->
        refusal.set(
            catchThrowableOfType(
                FormatException.class, () -> reader.read(document, Limits.DEFAULT))));
    assertThat(refusal.get()).isNotNull();
    assertThat(refusal.get().reason()).contains(limit);
  }

  private static Arguments named(String name, String document, String limit) {
    return Arguments.of(name, document.getBytes(StandardCharsets.UTF_8), limit);
  }

  private static String numbered(String before, String after, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> before + i + after)
        .collect(Collectors.joining());
  }

  static Stream<Arguments> json() {
    return Stream.of(
        named("65 arrays", "[".repeat(65) + "]".repeat(65), "deeper than 64"),
        named("1,000 objects", "{\"a\":".repeat(1000), "deeper than 64"),
        named("100,000 arrays", "[".repeat(100_000), "deeper than 64"),
        named("100,000 objects", "{\"a\":".repeat(100_000), "deeper than 64"),
        named("arrays in objects", "[{\"a\":".repeat(100_000), "deeper than 64"),
        named("a million digits", "1".repeat(MANY), "longer than 128"),
        named("a million decimals", "0." + "1".repeat(MANY), "longer than 128"),
        named("an exponent of a million digits", "1e" + "1".repeat(MANY), "longer than 128"),
        named("a string of 2 MiB", "\"" + "a".repeat(2 * MANY) + "\"", "longer than 1048576"),
        named("escapes", "\"" + "\\u0041".repeat(1_500_000) + "\"", "longer than 1048576"),
        named("a name of a million", "{\"" + "a".repeat(MANY) + "\":1}", "longer than 256"),
        named("300,000 members", "{" + numbered("\"", "\":1,", 300_000) + "\"x\":1}", "more than"),
        named("a million values", "[" + "1,".repeat(MANY) + "1]", "more than"),
        named("a million arrays", "[" + "[],".repeat(MANY) + "1]", "more than"),
        named("the same member again", "{" + "\"a\":1,".repeat(MANY) + "\"b\":1}", "twice"),
        named("nothing but space", " ".repeat(11 * MANY), "larger than 10485760"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("json")
  void readJson_hostileSize_isRefusedByItsLimit(String name, byte[] document, String limit) {
    refused(Json::read, new ByteArrayInputStream(document), limit);
  }

  @Test
  void readJson_fiftyMegabytes_isRefusedBeforeTheyAreRead() {
    refused(Json::read, new Endless("\"".getBytes(StandardCharsets.UTF_8), 'a'), "larger than");
  }

  @Test
  void readXml_fiftyMegabytes_isRefusedBeforeTheyAreRead() {
    refused(Xml::read, new Endless("<a>".getBytes(StandardCharsets.UTF_8), 'a'), "longer than");
    refused(Xml::read, new Endless("<!--".getBytes(StandardCharsets.UTF_8), 'a'), "larger than");
  }

  /** Names whose hash codes are all equal, so that a plain table would take a square of time. */
  @Test
  void readJson_membersOfOneHash_takesNoLongerThanOthers() {
    String members =
        IntStream.range(0, 1 << 14)
            .mapToObj(HostileSizesTest::ofOneHash)
            .map(name -> "\"" + name + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(ofOneHash(0)).hasSameHashCodeAs(ofOneHash(12_345));
    byte[] document = members.getBytes(StandardCharsets.US_ASCII);
    Cost.bounded(() -> {
      try {
        assertThat(((JsonObject) Json.read(document, Limits.DEFAULT)).members()).hasSize(1 << 14);
      } catch (FormatException e) {
        throw new AssertionError(e);
      }
    });
  }

  private static String ofOneHash(int number) {
    return IntStream.range(0, 14)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  static Stream<Arguments> xml() {
    return Stream.of(
        named("65 elements", "<a>".repeat(65) + "</a>".repeat(65), "deeper than 64"),
        named("100,000 elements", "<a>".repeat(100_000), "deeper than 64"),
        named("a text of 2 MiB", "<a>" + "b".repeat(2 * MANY) + "</a>", "longer than 1048576"),
        named("a text in pieces", "<a>" + "b<!---->".repeat(1_200_000), "longer than 1048576"),
        named("an attribute of 2 MiB", "<a b='" + "c".repeat(2 * MANY) + "'/>", "longer than"),
        named("a name of 1,000", "<" + "a".repeat(1000) + "/>", "longer than 256"),
        named(
            "100,000 namespaces",
            "<a " + numbered("xmlns:b", "='u' ", 100_000) + "/>",
            "more than 64 namespaces"),
        named("a million elements", "<a>" + "<b/>".repeat(MANY) + "</a>", "more than"),
        named("nothing but space", " ".repeat(11 * MANY), "larger than"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xml")
  void readXml_hostileSize_isRefusedByItsLimit(String name, byte[] document, String limit) {
    refused(Xml::read, new ByteArrayInputStream(document), limit);
  }

  /** Limits of the JDK's parser, which come before ours and have no words of ours. */
  static Stream<Arguments> xmlLimitsOfTheParser() {
    return Stream.of(
        named("100,000 attributes", "<a " + numbered("b", "='' ", 100_000) + "/>", "not well"),
        named("a name of a million", "<" + "a".repeat(MANY) + "/>", "not well"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xmlLimitsOfTheParser")
  void readXml_pastALimitOfTheParser_isRefused(String name, byte[] document, String limit) {
    refused(Xml::read, new ByteArrayInputStream(document), limit);
  }

  /** A beginning, and then one byte for ever. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte filler;
    private int at;

    Endless(byte[] beginning, char filler) {
      this.beginning = beginning;
      this.filler = (byte) filler;
    }

    @Override
    public int read() {
      return at < beginning.length ? beginning[at++] : filler;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, filler);
      for (int i = 0; i < length && at < beginning.length; i++) {
        buffer[offset + i] = beginning[at++];
      }
      return length;
    }
  }
}
