package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiResponse;
import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.support.Notes;
import id.simpul.core.value.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineRequestTest {
  @Test
  void call_get_sendsWhatTheOperationSays() {
    try (Rig rig = new Rig().answer(Rig.ok().setHeader("X-Request-Id", "r-1"))) {
      ApiResponse<Notes.Note> answer =
          rig.client.call(Notes.READ, "a 1/\u00e9", RequestOptions.NONE);
      RecordedRequest request = rig.taken();
      assertThat(request.getMethod()).isEqualTo("GET");
      assertThat(request.getTarget()).isEqualTo("/base/notes/a%201%2F%C3%A9.json");
      assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
      assertThat(request.getHeaders().values("Accept-Encoding")).containsExactly("identity");
      assertThat(request.getHeaders().get("Idempotency-Key")).isNull();
      assertThat(request.getHeaders().get("Content-Type")).isNull();
      assertThat(request.getBodySize()).isZero();
      assertThat(answer.body()).isEqualTo(Rig.NOTE);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.requestId()).contains("r-1");
      assertThat(answer.headers().first("content-type")).contains("application/json");
    }
  }

  @Test
  void call_query_isEncodedForEveryServer() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      rig.client.call(Notes.FIND, "a b&c=d+e/\u00e9\uD83D\uDE00'*~", RequestOptions.NONE);
      RecordedRequest request = rig.taken();
      assertThat(request.getTarget())
          .isEqualTo("/base/notes.json?q=a%20b%26c%3Dd%2Be%2F%C3%A9%F0%9F%98%80%27*%7E");
      assertThat(request.getUrl().queryParameter("q")).isEqualTo("a b&c=d+e/\u00e9\uD83D\uDE00'*~");
    }
  }

  @Test
  void call_form_sendsFieldsAndAKey() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      assertThat(rig.submit()).isEqualTo(Rig.NOTE);
      RecordedRequest request = rig.taken();
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getTarget()).isEqualTo("/base/notes.json");
      assertThat(request.getHeaders().values("Content-Type"))
          .containsExactly("application/x-www-form-urlencoded; charset=utf-8");
      assertThat(request.getHeaders().get("Idempotency-Key")).hasSize(36);
      assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
      assertThat(body(request)).isEqualTo("id=a1&text=jalan+rusak+%26+gelap");
    }
  }

  @Test
  void call_keyGiven_isSent() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      rig.client.call(Notes.SUBMIT, Rig.NOTE, RequestOptions.NONE.withIdempotencyKey("k-1"));
      assertThat(rig.taken().getHeaders().values("Idempotency-Key")).containsExactly("k-1");
    }
  }

  @Test
  void call_twice_hasTwoKeys() {
    try (Rig rig = new Rig().answer(Rig.ok(), Rig.ok())) {
      rig.submit();
      rig.submit();
      assertThat(rig.taken().getHeaders().get("Idempotency-Key"))
          .isNotEqualTo(rig.taken().getHeaders().get("Idempotency-Key"));
    }
  }

  @Test
  void call_document_sendsItsBytes() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      rig.client.call(Notes.REPLACE, Rig.NOTE, RequestOptions.NONE);
      RecordedRequest request = rig.taken();
      assertThat(request.getMethod()).isEqualTo("PUT");
      assertThat(request.getTarget()).isEqualTo("/base/notes");
      assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
      assertThat(body(request)).isEqualTo(Rig.JSON);
    }
  }

  @Test
  void call_documentThatBreaksItsSchema_neverLeaves() {
    try (Rig rig = new Rig()) {
      Notes.Note planted = new Notes.Note("PLANTED", "x".repeat(1001));
      assertThatThrownBy(() -> rig.client.call(Notes.REPLACE, planted, RequestOptions.NONE))
          .isInstanceOfSatisfying(
              ContractException.class,
              e ->
                  assertThat(e.violations())
                      .extracting(Violation::where)
                      .containsExactlyInAnyOrder("/id", "/text"))
          .hasMessageNotContaining("PLANTED");
      assertThat(rig.requests()).isZero();
      assertThat(rig.attempts).isEmpty();
    }
  }

  @Test
  void call_checksOff_sendsTheDocumentAsItIs() {
    try (Rig rig = new Rig(c -> c.contractChecks(ContractChecks.OFF)).answer(Rig.ok())) {
      rig.client.call(Notes.REPLACE, new Notes.Note("WRONG", "x"), RequestOptions.NONE);
      assertThat(body(rig.taken())).contains("WRONG");
    }
  }

  @Test
  void call_formatOfOptions_winsOverTheClients() {
    String xml = "<note><id>a1</id><text>t</text></note>";
    try (Rig rig =
        new Rig(c -> c.format("json"))
            .answer(Rig.status(200).setHeader("Content-Type", "text/xml").body(xml))) {
      assertThat(rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withFormat("xml")).body())
          .isEqualTo(new Notes.Note("a1", "t"));
      RecordedRequest request = rig.taken();
      assertThat(request.getTarget()).isEqualTo("/base/notes/a1.xml");
      assertThat(request.getHeaders().get("Accept")).isEqualTo("text/xml");
    }
  }

  @Test
  void call_formatTheOperationLacks_usesItsDefault() {
    try (Rig rig = new Rig(c -> c.format("csv")).answer(Rig.ok(), Rig.ok())) {
      rig.read();
      assertThat(rig.taken().getTarget()).endsWith("/a1.json");
      rig.client.call(Notes.REPLACE, Rig.NOTE, RequestOptions.NONE.withFormat("xml"));
      assertThat(rig.taken().getTarget()).isEqualTo("/base/notes");
    }
  }

  @Test
  void call_apiKey_goesIntoFormsOnly() {
    try (Rig rig =
        new Rig(c -> c.auth(ClientAuth.apiKey(Secret.of("s3cret")))).answer(Rig.ok(), Rig.ok())) {
      rig.submit();
      assertThat(body(rig.taken())).endsWith("&api_key=s3cret");
      rig.read();
      RecordedRequest read = rig.taken();
      assertThat(read.getTarget() + read.getHeaders()).doesNotContain("s3cret");
    }
  }

  @Test
  void call_bearer_goesIntoEveryRequest() {
    try (Rig rig =
        new Rig(c -> c.auth(ClientAuth.bearer(Secret.of("t0ken")))).answer(Rig.ok(), Rig.ok())) {
      rig.read();
      rig.submit();
      assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
      assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer t0ken");
    }
  }

  @Test
  void call_headerOfOptions_isSent() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      rig.client.call(
          Notes.READ, "a1", RequestOptions.NONE.withHeader("Accept-Language", "id, en;q=0.5"));
      assertThat(rig.taken().getHeaders().get("Accept-Language")).isEqualTo("id, en;q=0.5");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept",
        "Accept-Encoding",
        "CONTENT-TYPE",
        "Content-Length",
        "Host",
        "Idempotency-Key",
        "Transfer-Encoding",
        "Connection",
        "Expect"
      })
  void call_headerOfTheClientsOwn_refused(String name) {
    try (Rig rig = new Rig()) {
      assertThatThrownBy(
              () -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withHeader(name, "x")))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining(name);
      assertThat(rig.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"planted\u00e9", "planted\u0001", "planted\u007f"})
  void call_headerThatCannotBeSent_refusedWithoutItsValue(String value) {
    try (Rig rig = new Rig()) {
      assertThatThrownBy(
              () -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withHeader("X-A", value)))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("X-A")
          .hasMessageNotContaining("planted")
          .hasNoCause();
      assertThat(rig.requests()).isZero();
    }
  }

  @Test
  void call_severalWrongHeaders_reportedAtOnce() {
    try (Rig rig = new Rig()) {
      RequestOptions options =
          RequestOptions.NONE.withHeader("Host", "x").withHeader("X-A", "\u00e9");
      assertThatThrownBy(() -> rig.client.call(Notes.READ, "a1", options))
          .isInstanceOfSatisfying(
              ValidationException.class, e -> assertThat(e.violations()).hasSize(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void call_pathValueThatWouldBeSwallowed_refused(String id) {
    try (Rig rig = new Rig()) {
      assertThatThrownBy(() -> rig.client.call(Notes.READ, id, RequestOptions.NONE))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e -> assertThat(e.violations().get(0).where()).isEqualTo("id"));
      assertThat(rig.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", "/a/b", "/a/b/"})
  void call_basePath_isKept(String path) {
    try (Rig rig = new Rig();
        HttpOperationClient client =
            new HttpOperationClient(
                ClientConfig.builder(URI.create("http://127.0.0.1:" + rig.server.getPort() + path))
                    .build())) {
      rig.answer(Rig.ok());
      client.call(Notes.READ, "a1", RequestOptions.NONE);
      String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      assertThat(rig.taken().getTarget()).isEqualTo(prefix + "/notes/a1.json");
    }
  }

  @Test
  void toString_showsTheUrlOnly() {
    try (Rig rig = new Rig(c -> c.auth(ClientAuth.bearer(Secret.of("t0ken"))))) {
      assertThat(rig.client).hasToString("OperationClient[" + rig.base() + "]");
    }
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8);
  }
}
