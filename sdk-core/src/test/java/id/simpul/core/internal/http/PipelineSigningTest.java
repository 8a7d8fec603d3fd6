package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ContractException;
import id.simpul.core.Fault;
import id.simpul.core.RequestOptions;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.core.support.Notes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSigningTest {
  /** Signs with a counter, notes what it is shown, and distrusts what a test tells it to. */
  private static final class Notary implements ExchangeAuthenticator {
    private final List<Request> requests = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();
    // One for all answers: an authenticator may keep its exception.
    private final Distrust failure = new Distrust();
    private boolean distrust;
    private boolean distrustErrors;

    @Override
    public Attempt sign(Request request) {
      requests.add(request);
      String signature = "sig-" + requests.size();
      return new Attempt() {
        @Override
        public Headers headers() {
          return Headers.EMPTY
              .with("Signature", signature)
              .with("X-Twice", "1")
              .with("X-Twice", "2");
        }

        @Override
        public void verify(Response response) {
          responses.add(response);
          if (distrust || (distrustErrors && response.status() != 200)) {
            throw failure;
          }
        }
      };
    }
  }

  private static final class Distrust extends SimpulException {
    private static final long serialVersionUID = 1L;

    Distrust() {
      super(new Fault("test.distrust", "node", "signed wrongly", "answer", "stop"), null);
    }
  }

  private final Notary notary = new Notary();

  private Rig rig() {
    return new Rig(c -> c.authenticator(notary));
  }

  @Test
  void sign_seesTheFinalBytes() {
    try (Rig rig = rig().answer(Rig.ok())) {
      rig.client.call(
          Notes.SUBMIT,
          Rig.NOTE,
          RequestOptions.NONE.withIdempotencyKey("k-1").withHeader("X-A", "1"));
      RecordedRequest sent = rig.taken();
      ExchangeAuthenticator.Request signed = notary.requests.get(0);
      assertThat(signed.method()).isEqualTo("POST");
      assertThat(signed.target()).hasToString(rig.base() + "/notes.json");
      assertThat(signed.target().getRawPath()).isEqualTo(sent.getTarget());
      assertThat(signed.body()).isEqualTo(sent.getBody().toByteArray());
      for (Headers.Field field : signed.headers().fields()) {
        assertThat(sent.getHeaders().values(field.name())).contains(field.value());
      }
      assertThat(signed.headers().first("Content-Type")).isPresent();
      assertThat(signed.headers().first("Idempotency-Key")).contains("k-1");
      assertThat(signed.headers().first("X-A")).contains("1");
      assertThat(sent.getHeaders().get("Signature")).isEqualTo("sig-1");
      assertThat(sent.getHeaders().values("X-Twice")).containsExactly("1", "2");
    }
  }

  @Test
  void sign_queryInTarget_isWhatTravels() {
    try (Rig rig = rig().answer(Rig.ok())) {
      rig.client.call(Notes.FIND, "a b'\u00e9", RequestOptions.NONE);
      assertThat(
              notary.requests.get(0).target().getRawPath()
                  + "?"
                  + notary.requests.get(0).target().getRawQuery())
          .isEqualTo(rig.taken().getTarget());
      assertThat(notary.requests.get(0).body()).isEmpty();
    }
  }

  @Test
  void sign_everyAttempt_isSignedAnew() {
    try (Rig rig =
        rig().answer(Rig.status(503).setHeader("Retry-After", "0"), Rig.status(429), Rig.ok())) {
      rig.submit();
      List<String> signatures = new ArrayList<>();
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        RecordedRequest sent = rig.taken();
        signatures.add(sent.getHeaders().get("Signature"));
        keys.add(sent.getHeaders().get("Idempotency-Key"));
      }
      assertThat(signatures).containsExactly("sig-1", "sig-2", "sig-3");
      assertThat(keys.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void verify_seesTheBytesAsTheyCame() {
    String body = " {\"id\":\"a1\",\"text\":\"x\"} \n";
    try (Rig rig = rig().answer(Rig.status(200).chunkedBody(body, 5).addHeader("Signature", "s"))) {
      rig.read();
      ExchangeAuthenticator.Response seen = notary.responses.get(0);
      assertThat(seen.status()).isEqualTo(200);
      assertThat(new String(seen.body(), StandardCharsets.UTF_8)).isEqualTo(body);
      assertThat(seen.headers().first("signature")).contains("s");
    }
  }

  @Test
  void verify_fails_callerGetsThatAndNeverTheAnswer() {
    notary.distrust = true;
    try (Rig rig = rig().answer(Rig.json(200, "{not even json"))) {
      assertThatThrownBy(rig::read).isInstanceOf(Distrust.class);
      assertThat(rig.requests()).isOne();
      assertThat(rig.results()).containsExactly("test.distrust");
    }
  }

  @Test
  void verify_errorAnswer_isVerifiedToo() {
    notary.distrust = true;
    try (Rig rig = rig().answer(Rig.status(503).setHeader("Retry-After", "3").body("busy"))) {
      assertThatThrownBy(rig::submit).isInstanceOf(Distrust.class);
      assertThat(notary.responses.get(0).status()).isEqualTo(503);
      assertThat(notary.responses.get(0).headers().first("Retry-After")).contains("3");
      assertThat(notary.responses.get(0).body()).asString().isEqualTo("busy");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void verify_unsignedBackPressure_safeIsRepeated(int status) {
    notary.distrustErrors = true;
    try (Rig rig = rig().answer(Rig.status(status).setHeader("Retry-After", "7"), Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
      assertThat(rig.results()).containsExactly("test.distrust", "200");
      assertThat(rig.time.waitsMillis()).containsExactly(7000L);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void verify_unsignedOtherError_isFinal(int status) {
    notary.distrustErrors = true;
    try (Rig rig = rig().answer(Rig.status(status), Rig.ok())) {
      assertThatThrownBy(rig::read).isInstanceOf(Distrust.class);
      assertThat(rig.requests()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void verify_unsignedBackPressure_keyedIsRepeatedOnlyWhenKeysAreHonoured(int status) {
    notary.distrustErrors = true;
    try (Rig rig = rig().answer(Rig.status(status), Rig.ok())) {
      assertThatThrownBy(rig::submit).isInstanceOf(Distrust.class);
      assertThat(rig.requests()).isOne();
    }
    try (Rig rig = keysHonoured().answer(Rig.status(status), Rig.ok())) {
      assertThat(rig.submit()).isEqualTo(Rig.NOTE);
      assertThat(rig.requests()).isEqualTo(2);
    }
  }

  @Test
  void verify_unsignedRetryAfterPastTheCap_isFinal() {
    notary.distrustErrors = true;
    try (Rig rig = rig().answer(Rig.status(503).setHeader("Retry-After", "31"), Rig.ok())) {
      assertThatThrownBy(rig::read).isInstanceOf(Distrust.class);
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void verify_unsignedBackPressureToTheEnd_callerGetsTheTrustFailure() {
    notary.distrustErrors = true;
    try (Rig rig = keysHonoured().answer(Rig.status(503), Rig.status(503), Rig.status(503))) {
      assertThatThrownBy(rig::submit).isInstanceOf(Distrust.class);
      assertThat(rig.requests()).isEqualTo(3);
    }
  }

  @Test
  void verify_unsignedBackPressureAfterUnsettledAttempt_callerGetsTheEarlierFailure() {
    notary.distrustErrors = true;
    try (Rig rig =
        keysHonoured()
            .answer(
                Rig.ok().onResponseStart(new SocketEffect.CloseSocket()),
                Rig.status(503),
                Rig.status(503))) {
      TransportException e = catchThrowableOfType(TransportException.class, rig::submit);
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(e.getSuppressed()).hasSize(1).hasOnlyElementsOfType(Distrust.class);
    }
  }

  private Rig keysHonoured() {
    return new Rig(c -> c.authenticator(notary).nodeHonoursIdempotencyKeys(true));
  }

  @Test
  void verify_errorAnswerTrusted_isRead() {
    try (Rig rig = rig().answer(Rig.status(404).body("{\"detail\":\"gone\"}"))) {
      ApiException e = catchThrowableOfType(ApiException.class, rig::read);
      assertThat(e.problems()).hasSize(1);
    }
  }

  @Test
  void verify_trustedAnswerThatDoesNotParse_breaksTheContract() {
    try (Rig rig = rig().answer(Rig.json(200, "{"))) {
      assertThatThrownBy(rig::read).isInstanceOf(ContractException.class);
      assertThat(notary.responses).hasSize(1);
    }
  }

  @Test
  void verify_answerPastTheLimit_isNotRead() {
    try (Rig rig =
        new Rig(c -> c.authenticator(notary).limits(Limits.DEFAULT.withMaxBytes(100)))
            .answer(Rig.json(500, "x".repeat(101)), Rig.json(200, "x".repeat(101)))) {
      for (int i = 0; i < 2; i++) {
        TransportException e = catchThrowableOfType(TransportException.class, rig::read);
        assertThat(e.kind()).isEqualTo(TransportException.Kind.ANSWER_TOO_LARGE);
      }
      assertThat(notary.responses).isEmpty();
    }
  }

  @Test
  void verify_answerThatBreaksOff_isNeverShown() {
    try (Rig rig =
        rig()
            .answer(
                Rig.json(200, "x".repeat(4000)).onResponseBody(new SocketEffect.CloseSocket()))) {
      assertThatThrownBy(rig::submit).isInstanceOf(TransportException.class);
      assertThat(notary.responses).isEmpty();
    }
  }
}
