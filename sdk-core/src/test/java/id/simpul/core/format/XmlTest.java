package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.net.httpserver.HttpServer;
import id.simpul.core.support.Corpora;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
  private static final Limits SMALL = new Limits(200, 3, 5, 4, 6, 4);

  private static XmlElement read(byte[] document, Limits limits) throws IOException {
    return Xml.read(new ByteArrayInputStream(document), limits);
  }

  private static XmlElement read(String document) throws IOException {
    return read(document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
  }

  private static FormatException refusal(String document, Limits limits) {
    return catchThrowableOfType(
        FormatException.class, () -> read(document.getBytes(StandardCharsets.UTF_8), limits));
  }

  @Test
  void read_document_keepsOrderTextAndAttributes() throws IOException {
    XmlElement root =
        read(
            "<a x='1' y='2'>\n  <b>t&amp;t</b>\n  <!-- c --><?pi x?><b/><c><![CDATA[<x>]]></c>\n</a>");
    assertThat(root.attributes()).containsExactly(Map.entry("x", "1"), Map.entry("y", "2"));
    assertThat(root.text()).isEmpty();
    assertThat(root.children("b")).extracting(XmlElement::text).containsExactly("t&t", "");
    assertThat(root.child("c").map(XmlElement::text)).contains("<x>");
  }

  @Test
  void read_namespace_isKept() throws IOException {
    XmlElement root = read("<p:a xmlns:p='urn:x' p:q='1' r='2'><b xmlns='urn:y'/></p:a>");
    assertThat(root.namespace()).isEqualTo("urn:x");
    assertThat(root.attributes()).containsOnlyKeys("r");
    assertThat(root.children().get(0).namespace()).isEqualTo("urn:y");
  }

  @Test
  void read_namespacesAtLimit_acceptedAndOnePastIsRefused() throws IOException {
    StringBuilder declarations = new StringBuilder();
    for (int i = 0; i < NamespaceBound.MAX_DECLARATIONS; i++) {
      declarations.append(" xmlns:p").append(i).append("='urn:x'");
    }
    String nested = "<b" + declarations + "/>";
    assertThat(read("<a" + declarations + ">" + nested + nested + "</a>").children()).hasSize(2);
    FormatException e = refusal("<a" + declarations + " xmlns='u'/>", Limits.DEFAULT);
    assertThat(e.reason()).contains("64 namespaces");
    assertThat(e.where()).isEqualTo("character " + (declarations.length() + 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a []><a/>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY % e SYSTEM 'file:///etc/hostname'> %e;]><a/>",
        "<!DOCTYPE a [<!ATTLIST a x CDATA 'filled in'>]><a/>",
        // The parser has no words for a character that XML cannot hold in what it skips.
        "<!DOCTYPE a [<!ENTITY e '\u0019'>]><a>&e;</a>"
      })
  void read_doctype_refused(String document) {
    assertThat(refusal(document, Limits.DEFAULT)).isNotNull();
  }

  @Test
  void read_externalEntity_touchesNoFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "planted");
    FormatException e =
        refusal(
            "<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a>&e;</a>", Limits.DEFAULT);
    assertThat(e).isNotNull().hasMessageNotContaining("planted");
  }

  @Test
  void read_everyWayOut_touchesNoNetwork() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://localhost:" + server.getAddress().getPort() + "/x";
      assertThat(refusal("<!DOCTYPE a SYSTEM '" + url + "'><a/>", Limits.DEFAULT)).isNotNull();
      assertThat(
              refusal("<!DOCTYPE a [<!ENTITY e SYSTEM '" + url + "'>]><a>&e;</a>", Limits.DEFAULT))
          .isNotNull();
      assertThat(
              refusal("<!DOCTYPE a [<!ENTITY % e SYSTEM '" + url + "'> %e;]><a/>", Limits.DEFAULT))
          .isNotNull();
      read(
          "<a xmlns:xi='http://www.w3.org/2001/XInclude'"
              + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
              + " xsi:noNamespaceSchemaLocation='"
              + url
              + "'><?xml-stylesheet href='"
              + url
              + "'?><xi:include href='"
              + url
              + "'/></a>");
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  @Timeout(60)
  void read_billionLaughs_refusedAtOnce() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l").append(i).append(" '");
      laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
    }
    assertThat(refusal(laughs.append("]><a>&l9;</a>").toString(), Limits.DEFAULT)).isNotNull();
  }

  @Test
  @Timeout(60)
  void read_entityAttackOfTheCorpus_refused() throws IOException {
    Path attack = Corpora.folder("cap-alerts").resolve("xee.cap");
    Assumptions.assumeTrue(Files.exists(attack), () -> "skipped: no " + attack);
    assertThatThrownBy(() -> read(Files.readAllBytes(attack), Limits.DEFAULT))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_undeclaredEntity_refused() {
    assertThat(refusal("<a>&nbsp;</a>", Limits.DEFAULT)).isNotNull();
  }

  @Test
  void read_bytesAtLimit_accepted() throws IOException {
    String document = "<a>" + "x".repeat(93) + "</a>";
    assertThat(read(document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT.withMaxBytes(100)))
        .isNotNull();
  }

  @Test
  void read_bytesOnePastLimit_refused() {
    FormatException e = refusal("<a>" + "x".repeat(94) + "</a>", Limits.DEFAULT.withMaxBytes(100));
    assertThat(e.reason()).contains("100 bytes");
  }

  @Test
  void read_depthAtLimit_accepted() throws IOException {
    assertThat(read("<a><b><c/></b></a>".getBytes(StandardCharsets.UTF_8), SMALL)).isNotNull();
  }

  @Test
  void read_depthOnePastLimit_refused() {
    assertThat(refusal("<a><b><c><d/></c></b></a>", SMALL).reason()).contains("deeper than 3");
  }

  @Test
  void read_hundredThousandOpenElements_refused() {
    assertThat(refusal("<a>".repeat(100_000), Limits.DEFAULT).reason()).contains("deeper than 64");
  }

  @Test
  void read_textAtLimit_accepted() throws IOException {
    assertThat(read("<a>12345</a>".getBytes(StandardCharsets.UTF_8), SMALL).text())
        .isEqualTo("12345");
    assertThat(read("<a b='12345'/>".getBytes(StandardCharsets.UTF_8), SMALL)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>123456</a>",
        "<a>123<b/>456</a>",
        "<a>123<![CDATA[456]]></a>",
        "<a b='123456'/>"
      })
  void read_textOnePastLimit_refused(String document) {
    assertThat(refusal(document, SMALL).reason()).contains("longer than 5");
  }

  @Test
  void read_nameAtLimit_accepted() throws IOException {
    assertThat(read("<abcd/>".getBytes(StandardCharsets.UTF_8), SMALL)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<abcde/>", "<a bcdef='1'/>"})
  void read_nameOnePastLimit_refused(String document) {
    assertThat(refusal(document, SMALL).reason()).contains("longer than 4");
  }

  @Test
  void read_nodesAtLimit_accepted() throws IOException {
    assertThat(read("<a b='1'><c/><d/></a>".getBytes(StandardCharsets.UTF_8), SMALL)).isNotNull();
  }

  @Test
  void read_nodesOnePastLimit_refused() {
    assertThat(refusal("<a b='1'><c/><d/><e/></a>", SMALL).reason()).contains("more than 4");
  }

  @Test
  @Timeout(60)
  void read_millionAttributes_refused() {
    StringBuilder document = new StringBuilder("<a");
    for (int i = 0; i < 1_000_000; i++) {
      document.append(" a").append(i).append("=''");
    }
    assertThat(refusal(document.append("/>").toString(), Limits.DEFAULT)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16BE", "UTF-16LE", "windows-1252"})
  void read_declaredEncoding_decoded(String encoding) throws IOException {
    String document = "<?xml version='1.0' encoding='" + encoding + "'?><a>caf\u00e9</a>";
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    byte[] bytes = (mark + document).getBytes(Charset.forName(encoding));
    assertThat(read(bytes, Limits.DEFAULT).text()).isEqualTo("caf\u00e9");
  }

  @Test
  void read_bytesThatAreNotUtf8_refusedAsMalformed() {
    byte[] document = {'<', 'a', '>', (byte) 0xC3, '(', '<', '/', 'a', '>'};
    assertThatThrownBy(() -> read(document, Limits.DEFAULT))
        .isInstanceOf(FormatException.class)
        .isNotInstanceOf(CharConversionException.class);
  }

  @Test
  void read_bytesThatAreNotUtf8_printsNothing() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      byte[] document = {'<', 'a', '>', (byte) 0xC3, '(', '<', '/', 'a', '>'};
      assertThatThrownBy(() -> read(document, Limits.DEFAULT)).isInstanceOf(FormatException.class);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.size()).isZero();
  }

  @Test
  void read_byteOrderMark_isSkipped() throws IOException {
    assertThat(read("\uFEFF<a>x</a>").text()).isEqualTo("x");
  }

  @Test
  void read_unknownEncoding_refusedAsMalformed() {
    assertThat(refusal("<?xml version='1.0' encoding='x-nowhere'?><a/>", Limits.DEFAULT))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>x",
        "<a x='1' x='2'/>",
        "<a>&#0;</a>",
        "<a>\u0001</a>",
        "<p:a/>",
        "<?xml version='9.9'?><a/>",
        "{\"a\":1}"
      })
  void read_notWellFormed_refusedByPosition(String document) {
    FormatException e = refusal(document, Limits.DEFAULT);
    assertThat(e.where()).startsWith("line ");
    assertThat(e).hasNoCause();
  }

  @Test
  void read_wrongDocument_quotesNothing() {
    FormatException e = refusal("<nik>3171016704900001<nik>", Limits.DEFAULT);
    assertThat(e).hasMessageNotContaining("3171").hasMessageNotContaining("nik");
  }

  @Test
  void read_brokenStream_passesItsExceptionOn() {
    IOException broken = new IOException("gone");
    assertThatThrownBy(() -> Xml.read(new FailingStream(broken), Limits.DEFAULT)).isSameAs(broken);
  }

  @Test
  void readAfterWrite_isEqual() throws IOException {
    XmlElement root =
        new XmlElement(
            "urn:x",
            "a",
            Map.of("k", "<&>\"'"),
            List.of(
                XmlElement.text("b", "]]> & <\r\n \uD83D\uDE00"),
                new XmlElement("urn:x", "c", Map.of(), List.of(), ""),
                XmlElement.of("d", List.of(XmlElement.text("e", " ")))),
            "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Xml.write(root, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    assertThat(read(out.toByteArray(), Limits.DEFAULT)).isEqualTo(root);
  }

  @Test
  void write_charactersXmlCannotHold_becomeReplacements() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Xml.write(XmlElement.text("a", "x\u0000\u000B\uFFFE\uD800y"), out);
    assertThat(read(out.toByteArray(), Limits.DEFAULT).text())
        .isEqualTo("x\uFFFD\uFFFD\uFFFD\uFFFDy");
  }

  @Test
  void write_lineEndsInText_areReadBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Xml.write(XmlElement.text("a", "\r\n\n\r\r\t"), out);
    assertThat(read(out.toByteArray(), Limits.DEFAULT).text()).isEqualTo("\r\n\n\r\r\t");
  }

  @Test
  void write_brokenStream_passesItsExceptionOn() {
    IOException broken = new IOException("gone");
    assertThatThrownBy(() -> Xml.write(XmlElement.text("a", "x"), new FailingOutput(broken)))
        .isSameAs(broken);
  }

  @Test
  void read_slowlyBuiltText_takesLinearTime() {
    String document = "<a>" + "<![CDATA[x]]>".repeat(200_000) + "</a>";
    assertTimeout(Duration.ofSeconds(60), () -> assertThat(read(document).text()).hasSize(200_000));
  }
}
