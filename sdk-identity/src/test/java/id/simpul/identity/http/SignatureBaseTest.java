package id.simpul.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.sf.InnerList;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureBaseTest {
  /** The request of RFC 9421, appendix B.2. */
  private static RequestMessage request() throws Refused {
    Headers headers =
        Headers.EMPTY
            .with("Host", "example.com")
            .with("Date", "Tue, 20 Apr 2021 02:07:55 GMT")
            .with("Content-Type", "application/json")
            .with("Content-Length", "18");
    URI target = URI.create("https://example.com/foo?param=Value&Pet=dog");
    return new RequestMessage("POST", TargetUri.of(target), headers, new byte[0]);
  }

  private static String base(String input, Message message) throws Exception {
    InnerList list = RfcMessages.innerList(input);
    byte[] base = SignatureBase.of(CoveredComponents.of(list), input, message);
    return new String(base, StandardCharsets.US_ASCII);
  }

  /** RFC 9421, appendix B.2.6. */
  @Test
  void of_ed25519TestCase_isTheRfcsBaseAndItsSignatureFits() throws Exception {
    String input =
        "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
            + ";created=1618884473;keyid=\"test-key-ed25519\"";
    String base = base(input, request());
    assertThat(base)
        .isEqualTo(
            """
            "date": Tue, 20 Apr 2021 02:07:55 GMT
            "@method": POST
            "@path": /foo
            "@authority": example.com
            "content-type": application/json
            "content-length": 18
            """
                + "\"@signature-params\": "
                + input);
    VerificationKey key = new RfcKeys().named("test-key-ed25519").orElseThrow();
    byte[] signature =
        Base64.getDecoder()
            .decode(
                "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WP"
                    + "pBKRCw==");
    assertThat(key.verify(base.getBytes(StandardCharsets.US_ASCII), signature)).isTrue();
  }

  @Test
  void of_fieldInSeveralLines_isJoinedAndStripped() throws Exception {
    Headers headers =
        Headers.EMPTY
            .with("X-List", "  a, b ")
            .with("Other", "x")
            .with("x-list", "\tc")
            .with("X-LIST", "");
    assertThat(base("(\"x-list\")", RfcMessages.fields(headers)))
        .isEqualTo("\"x-list\": a, b, c, \n\"@signature-params\": (\"x-list\")");
  }

  /** What a field can hold at all (line breaks and NUL it cannot), and what a base can. */
  @Test
  void of_everyCharacter_isPrintableOrATabOrRefused() throws Exception {
    for (char c = 1; c <= 0x100; c++) {
      if (c == '\n' || c == '\r') {
        continue;
      }
      String value = "a" + c + "b";
      RequestMessage message = RfcMessages.fields(Headers.EMPTY.with("x", value));
      if (c == '\t' || (c >= 0x20 && c <= 0x7e)) {
        assertThat(base("(\"x\")", message)).startsWith("\"x\": " + value + "\n");
      } else {
        assertThatThrownBy(() -> base("(\"x\")", message))
            .isInstanceOf(Refused.class)
            .hasMessage("a covered value holds more than printable ASCII");
      }
    }
  }

  @Test
  void of_answer_takesRequestComponentsFromTheRequest() throws Exception {
    RequestMessage request =
        new RequestMessage(
            "GET",
            request().target(),
            Headers.EMPTY.with("Signature", "a=:AAAA:, b=:AQI=:;x"),
            new byte[0]);
    Message answer =
        new ResponseMessage(503, Headers.EMPTY.with("Date", "now"), new byte[0], request, "b");
    assertThat(base("(\"@status\" \"date\" \"@query\";req \"signature\";req;key=\"b\")", answer))
        .startsWith(
            """
            "@status": 503
            "date": now
            "@query";req: ?param=Value&Pet=dog
            "signature";req;key="b": :AQI=:;x
            """);
  }

  @Test
  void of_noComponents_isTheParametersAlone() throws Exception {
    assertThat(base("();created=1", request())).isEqualTo("\"@signature-params\": ();created=1");
  }

  @Test
  void value_noQuery_isAQuestionMark() throws Exception {
    RequestMessage plain =
        new RequestMessage(
            "GET", TargetUri.of(URI.create("https://a.example/x")), Headers.EMPTY, new byte[0]);
    assertThat(plain.value(Component.of("@query"))).isEqualTo("?");
  }

  @Test
  void value_memberThatIsMissingOrNotReadable_isRefused() {
    for (String field : List.of("b=:AAAA:", "a=", "\"a\"")) {
      RequestMessage message = RfcMessages.fields(Headers.EMPTY.with("Signature", field));
      Component member = Component.of("signature").member("a");
      assertThatThrownBy(() -> message.value(member)).isInstanceOf(Refused.class);
    }
  }
}
