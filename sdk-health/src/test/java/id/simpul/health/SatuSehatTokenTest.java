package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.RequestOptions;
import id.simpul.health.fhir.Organization;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SatuSehatTokenTest {
  private static final String ORGANIZATION = "{\"resourceType\":\"Organization\",\"id\":\"o1\"}";

  private static void read(Rig rig) {
    assertThat(rig.client.read(Organization.TYPE, "o1").body().id()).contains("o1");
  }

  private static MockResponse.Builder found() {
    return Rig.json(200, ORGANIZATION);
  }

  @Test
  void token_request_hasTheSecretInItsFormAlone() {
    try (Rig rig = new Rig().answers(found())) {
      read(rig);

      RecordedRequest request = rig.tokenRequests.get(0);
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getTarget())
          .isEqualTo("/oauth2/v1/accesstoken?grant_type=client_credentials");
      assertThat(request.getHeaders().get("Content-Type"))
          .startsWith("application/x-www-form-urlencoded");
      assertThat(Rig.bodyOf(request))
          .isEqualTo("client_id=" + Rig.CLIENT_ID + "&client_secret=" + Rig.SECRET);
      assertThat(request.getHeaders().toString()).doesNotContain(Rig.SECRET);
      assertThat(rig.requests.get(0).getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
      assertThat(rig.requests.get(0).toString() + Rig.bodyOf(rig.requests.get(0)))
          .doesNotContain(Rig.SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token_type\":\"BearerToken\",\"access_token\":\"abc\",\"expires_in\":\"3599\"}",
        "{\"token_type\":\"Bearer\",\"access_token\":\"abc\",\"expires_in\":3599}"
      })
  void token_lifetimeAsTextOrNumber_isKept(String body) {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(200, body)).answers(found(), found())) {
      read(rig);
      read(rig);

      assertThat(rig.tokenRequests).hasSize(1);
      assertThat(rig.requests.get(1).getHeaders().get("Authorization")).isEqualTo("Bearer abc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"code\":\"invalid\"}]}",
        "{\"error\":\"invalid_client\",\"access_token\":null}",
        "{\"token_type\":\"BearerToken\",\"access_token\":\"\",\"expires_in\":\"3599\"}",
        "{\"token_type\":\"BearerToken\",\"access_token\":\"a b\",\"expires_in\":\"3599\"}",
        "{\"token_type\":\"BearerToken\",\"access_token\":\"abc\",\"expires_in\":\"0\"}",
        "{\"token_type\":\"BearerToken\",\"access_token\":\"abc\",\"expires_in\":\"-1\"}",
        "{\"token_type\":\"BearerToken\",\"access_token\":\"abc\"}",
        "{\"token_type\":\"Basic\",\"access_token\":\"abc\",\"expires_in\":\"3599\"}",
        "{\"access_token\":\"abc\",\"expires_in\":\"3599\"}",
        "\"abc\"",
        "Gateway Timeout"
      })
  void token_anythingElseWithStatus200_isNone(String body) {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(200, body))) {
      SatuSehatTokenException failure =
          catchThrowableOfType(SatuSehatTokenException.class, () -> read(rig));

      assertThat(failure.reason()).isEqualTo(SatuSehatTokenException.Reason.UNREADABLE);
      assertThat(rig.requests).isEmpty();
    }
  }

  @Test
  void token_refused_saysSoWithTheRequestId() {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(401, "{\"error\":\"invalid_client\"}"))) {
      SatuSehatTokenException failure =
          catchThrowableOfType(SatuSehatTokenException.class, () -> read(rig));

      assertThat(failure.reason()).isEqualTo(SatuSehatTokenException.Reason.REFUSED);
      assertThat(failure.requestId()).contains(Rig.REQUEST_ID);
      assertThat(trace(failure)).doesNotContain(Rig.SECRET);
      assertThat(rig.requests).isEmpty();
    }
  }

  @Test
  void token_twentyThreadsAtOnce_isAskedForOnce() throws Exception {
    try (Rig rig = new Rig()) {
      rig.tokenAnswers(Rig.token("one").headersDelay(200, TimeUnit.MILLISECONDS));
      ExecutorService threads = Executors.newFixedThreadPool(20);
      try {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          rig.answers(found());
          calls.add(threads.submit(() -> read(rig)));
        }
        for (Future<?> call : calls) {
          call.get(20, TimeUnit.SECONDS);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(rig.tokenRequests).hasSize(1);
      assertThat(rig.requests)
          .allMatch(r -> "Bearer one".equals(r.getHeaders().get("Authorization")));
    }
  }

  @Test
  void call_tokenNotAccepted_isRepeatedOnceWithAnother() {
    try (Rig rig = new Rig().answers(Rig.json(401, "{}"), found())) {
      read(rig);

      assertThat(rig.tokenRequests).hasSize(2);
      assertThat(rig.requests.get(1).getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
    }
  }

  @Test
  void call_noTokenAcceptedAtAll_asksForNoMoreOfThem() {
    try (Rig rig = new Rig()) {
      for (int i = 0; i < 4; i++) {
        rig.answers(Rig.json(401, "{}"));
      }
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> read(rig)).isInstanceOf(SatuSehatRefusedException.class);
      }
      // The first call tries two, and those that follow try the second once each.
      assertThat(rig.requests).hasSize(4);
      assertThat(rig.tokenRequests).hasSize(2);
    }
  }

  @Test
  void call_noTokenAccepted_stopsAfterTheSecond() {
    try (Rig rig = new Rig().answers(Rig.json(401, "{}"), Rig.json(401, "{}"), found(), found())) {
      SatuSehatRefusedException refusal =
          catchThrowableOfType(SatuSehatRefusedException.class, () -> read(rig));

      assertThat(refusal.kind()).isEqualTo(SatuSehatProblem.Kind.UNAUTHORIZED);
      assertThat(rig.requests).hasSize(2);
      assertThat(rig.tokenRequests).hasSize(2);
    }
  }

  @Test
  void call_toAnOriginThatIsNotListed_sendsNothing() throws IOException {
    try (Rig rig = new Rig();
        MockWebServer stranger = new MockWebServer()) {
      stranger.start(InetAddress.getLoopbackAddress(), 0);
      stranger.enqueue(found().build());
      URI elsewhere = URI.create("http://127.0.0.1:" + stranger.getPort() + "/fhir-r4/v1");
      SatuSehatClient told = rig.client.withOptions(RequestOptions.NONE.withEndpoint(elsewhere));

      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class, () -> told.read(Organization.TYPE, "o1"));

      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.HOST_NOT_ALLOWED);
      assertThat(stranger.getRequestCount()).isZero();
    }
  }

  @Test
  void call_redirect_isNotFollowed() throws IOException {
    try (Rig rig = new Rig();
        MockWebServer stranger = new MockWebServer()) {
      stranger.start(InetAddress.getLoopbackAddress(), 0);
      rig.answers(
          Rig.json(307, "{}").setHeader("Location", "http://127.0.0.1:" + stranger.getPort()));

      assertThatThrownBy(() -> read(rig)).isInstanceOf(SatuSehatRefusedException.class);
      assertThat(stranger.getRequestCount()).isZero();
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
