package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.ClientAuth;
import id.simpul.core.ContractChecks;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.support.Notes;
import id.simpul.core.value.Secret;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineAnswerTest {
  private static ApiException refusal(Rig rig) {
    return catchThrowableOfType(ApiException.class, rig::read);
  }

  private static MockResponse.Builder error(int status, String type, String body) {
    return Rig.status(status).setHeader("Content-Type", type).body(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "<html></html>", "", "[]", "{\"id\":\"a1\"}", "{\"id\":1,\"text\":2}"})
  void call_successThatDoesNotParse_breaksTheContract(String body) {
    try (Rig rig = new Rig().answer(Rig.json(200, body))) {
      assertThatThrownBy(rig::read)
          .isInstanceOfSatisfying(
              ContractException.class,
              e -> {
                assertThat(e.violations()).hasSize(1);
                assertThat(e.violations().get(0).where()).isNotEmpty();
                assertThat(e.fault().who()).isEqualTo(rig.base().toString());
                assertThat(e.fault().where()).contains("test.notes.read");
              });
      assertThat(rig.requests()).isOne();
      assertThat(rig.results()).containsExactly("core.contract.broken");
    }
  }

  @Test
  void call_brokenAnswer_namesTheExchange() {
    try (Rig rig = new Rig().answer(Rig.json(200, "[]").setHeader("X-Request-Id", "r-8"))) {
      assertThatThrownBy(rig::read)
          .isInstanceOfSatisfying(
              ContractException.class, e -> assertThat(e.requestId()).contains("r-8"));
    }
  }

  @Test
  void call_noContent_breaksTheContract() {
    try (Rig rig = new Rig().answer(Rig.status(204))) {
      assertThatThrownBy(rig::read).isInstanceOf(ContractException.class);
    }
  }

  @Test
  void call_answerOfAnotherSuccess_isRead() {
    try (Rig rig = new Rig().answer(Rig.json(201, Rig.JSON))) {
      ApiResponse<Notes.Note> answer = rig.client.call(Notes.READ, "a1", RequestOptions.NONE);
      assertThat(answer.status()).isEqualTo(201);
    }
  }

  @Test
  void call_chunkedAnswer_isRead() {
    try (Rig rig = new Rig().answer(Rig.status(200).chunkedBody(Rig.JSON, 7))) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_answerEndsWithTheConnection_isRead() {
    Buffer body = new Buffer().writeUtf8(Rig.JSON);
    try (Rig rig =
        new Rig()
            .answer(
                Rig.status(200)
                    .body(body)
                    .removeHeader("Content-Length")
                    .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE))) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_checksAll_answerThatBreaksItsSchema_breaksTheContract() {
    try (Rig rig =
        new Rig(c -> c.contractChecks(ContractChecks.ALL))
            .answer(Rig.json(200, "{\"id\":\"PLANTED\",\"text\":\"x\"}"))) {
      assertThatThrownBy(rig::read)
          .isInstanceOfSatisfying(
              ContractException.class,
              e -> assertThat(e.violations()).extracting(Violation::where).containsExactly("/id"))
          .hasMessageNotContaining("PLANTED");
    }
  }

  @Test
  void call_checksAll_goodAnswer_isRead() {
    try (Rig rig = new Rig(c -> c.contractChecks(ContractChecks.ALL)).answer(Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_checksSent_answerIsNotChecked() {
    try (Rig rig = new Rig().answer(Rig.json(200, "{\"id\":\"UPPER\",\"text\":\"x\"}"))) {
      assertThat(rig.read().id()).isEqualTo("UPPER");
    }
  }

  @Test
  void call_readerThatFails_breaksTheContractWithoutItsMessage() {
    Format<Notes.Note> failing =
        new Format<>() {
          @Override
          public MediaType mediaType() {
            return MediaType.JSON;
          }

          @Override
          public Optional<String> suffix() {
            return Optional.empty();
          }

          @Override
          public Optional<SchemaId> schema() {
            return Optional.empty();
          }

          @Override
          public void write(Notes.Note value, OutputStream out) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Notes.Note read(InputStream in, Limits limits) {
            throw new IllegalArgumentException("planted");
          }
        };
    Operation<String, Notes.Note> operation =
        Operation.<String, Notes.Note>builder("test.notes.failing", Method.GET, "/notes/{id}")
            .output(failing)
            .errors(List.of(ProblemDetails.FORMAT))
            .input(Notes.BY_ID);
    try (Rig rig = new Rig().answer(Rig.ok())) {
      assertThatThrownBy(() -> rig.client.call(operation, "a1", RequestOptions.NONE))
          .isInstanceOf(ContractException.class)
          .hasMessageNotContaining("planted")
          .hasNoCause();
    }
  }

  @Test
  void call_gzipNobodyAskedFor_breaksTheContract() throws Exception {
    Buffer zipped = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(Rig.JSON);
    }
    try (Rig rig =
        new Rig().answer(Rig.status(200).setHeader("Content-Encoding", "gzip").body(zipped))) {
      assertThatThrownBy(rig::read)
          .isInstanceOfSatisfying(
              ContractException.class,
              e -> assertThat(e.violations().get(0).where()).isEqualTo("Content-Encoding"));
    }
  }

  @Test
  void call_identityEncoding_isRead() {
    try (Rig rig = new Rig().answer(Rig.ok().setHeader("Content-Encoding", "identity"))) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void call_problemDetails_areHandedOn() {
    String body =
        "{\"type\":\"about:blank\",\"problems\":[{\"code\":\"range\",\"description\":\"lat\"},"
            + "{\"code\":\"type\",\"description\":\"long\"}]}";
    try (Rig rig =
        new Rig()
            .answer(
                error(400, "application/problem+json", body).setHeader("X-Request-Id", "r-9"))) {
      ApiException e = refusal(rig);
      assertThat(e.status()).isEqualTo(400);
      assertThat(e.problems())
          .containsExactly(new Problem("range", "lat"), new Problem("type", "long"));
      assertThat(e.requestId()).contains("r-9");
      assertThat(e.code()).isEqualTo("core.api.400");
      assertThat(e).hasMessageContaining("r-9").hasMessageNotContaining("lat");
      assertThat(e.headers().first("X-Request-Id")).contains("r-9");
    }
  }

  @Test
  void call_errorWithoutContentType_isReadAsExpected() {
    try (Rig rig = new Rig().answer(Rig.status(404).body("{\"detail\":\"no such note\"}"))) {
      assertThat(refusal(rig).problems()).containsExactly(new Problem("404", "no such note"));
    }
  }

  @Test
  void call_errorInTheOtherFormat_isReadByItsType() {
    try (Rig rig = new Rig().answer(error(404, "application/xml", "<error>gone</error>"))) {
      assertThat(refusal(rig).problems()).containsExactly(new Problem("xml", "gone"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html|<html>planted</html>",
        "application/problem+json|<html>planted",
        "application/problem+json|{\"detail\":",
        "text/xml|<a>",
        "image/png|x",
        "nonsense|x",
        "application/problem+json|[]",
        "application/problem+json|"
      })
  void call_errorThatCannotBeRead_hasItsStatusAndNoProblems(String answer) {
    String[] parts = answer.split("\\|", 2);
    try (Rig rig = new Rig().answer(error(500, parts[0], parts[1]))) {
      ApiException e = refusal(rig);
      assertThat(e.status()).isEqualTo(500);
      assertThat(e.problems()).isEmpty();
      assertThat(e).hasMessageNotContaining("planted").hasNoCause();
    }
  }

  @Test
  void call_errorThatBreaksOff_hasItsStatus() {
    try (Rig rig =
        new Rig()
            .answer(
                error(500, "application/problem+json", "{\"detail\":\"" + "x".repeat(4000) + "\"}")
                    .onResponseBody(new SocketEffect.CloseSocket()))) {
      assertThat(refusal(rig).status()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void call_redirect_isRefusedAndNothingFollowsIt(int status) {
    try (Rig other = new Rig();
        Rig rig = new Rig(c -> c.auth(ClientAuth.bearer(Secret.of("t0ken"))))) {
      for (String target :
          List.of(
              other.base() + "/x", rig.base() + "/x", "file:///etc/hostname", "/x", "//0.0.0.0/")) {
        rig.answer(Rig.status(status).setHeader("Location", target));
        assertThat(refusal(rig).status()).isEqualTo(status);
      }
      assertThat(rig.requests()).isEqualTo(5);
      assertThat(other.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 407})
  void call_challenge_isNotAnswered(int status) {
    try (Rig rig =
        new Rig(c ->
            c.retry(RetryPolicy.NONE)
                .httpClient(
                    new OkHttpClient.Builder()
                        .authenticator((route, response) ->
                            response
                                .request()
                                .newBuilder()
                                .header("Authorization", "again")
                                .build())
                        .build()))
            .answer(Rig.status(status), Rig.ok())) {
      assertThatThrownBy(rig::read).isInstanceOf(CallException.class);
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void call_requestIdAtLimit_isGiven() {
    String id = "r".repeat(AnswerHeaders.MAX_REQUEST_ID_LENGTH);
    try (Rig rig = new Rig().answer(Rig.ok().setHeader("X-Request-Id", id))) {
      assertThat(rig.client.call(Notes.READ, "a1", RequestOptions.NONE).requestId()).contains(id);
    }
  }

  @Test
  void call_requestIdThatWouldBreakALog_countsAsNone() {
    for (String id :
        List.of(
            "r".repeat(AnswerHeaders.MAX_REQUEST_ID_LENGTH + 1), "a b", "a\tb", "", "a\u00e9")) {
      try (Rig rig = new Rig().answer(Rig.ok().addHeaderLenient("X-Request-Id", id))) {
        assertThat(rig.client.call(Notes.READ, "a1", RequestOptions.NONE).requestId()).isEmpty();
      }
    }
  }
}
