package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.get;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withBody;
import static id.simpul.identity.http.Cities.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Attempt;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** A client and a node that talk without a network. */
class SignedExchangeTest {
  private static final byte[] RECEIPT =
      "[{\"service_request_id\":\"1\"}]".getBytes(StandardCharsets.UTF_8);

  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier requests = cities.requestVerifier();
  private final ResponseSigner responses = cities.responseSigner();
  private final SignedExchange client = cities.exchange();

  /** What a node does with a request: verify, answer, sign, whatever the outcome. */
  private Response node(Request received) {
    Headers json = Headers.EMPTY.with("Content-Type", "application/json");
    try {
      VerifiedRequest verified = requests.verify(received);
      return signed(new Response(200, json, RECEIPT), verified.binding());
    } catch (TrustException e) {
      byte[] problem = ("{\"code\":\"" + e.code() + "\"}").getBytes(StandardCharsets.UTF_8);
      Response refusal = new Response(401, json, problem);
      return RequestBinding.received(received).map(b -> signed(refusal, b)).orElse(refusal);
    }
  }

  private Response signed(Response response, RequestBinding binding) {
    Headers signature = responses.sign(response, binding);
    return new Response(
        response.status(), FieldLines.concat(response.headers(), signature), response.body());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void exchange_bothSidesHonest_isVerified(SignatureAlgorithm algorithm) {
    Cities both = new Cities(algorithm);
    for (Request request : new Request[] {post(), get()}) {
      Attempt attempt = both.exchange().sign(request);
      VerifiedRequest verified = both.requestVerifier().verify(with(request, attempt.headers()));
      Response plain =
          new Response(200, Headers.EMPTY.with("content-type", "application/json"), RECEIPT);
      Headers signature = both.responseSigner().sign(plain, verified.binding());
      attempt.verify(new Response(200, FieldLines.concat(plain.headers(), signature), RECEIPT));
    }
  }

  @Test
  void exchange_attemptSentAgain_isSignedAnewAndAccepted() {
    Attempt first = client.sign(post());
    Attempt second = client.sign(post());
    assertThat(node(with(post(), first.headers())).status()).isEqualTo(200);
    Response answer = node(with(post(), second.headers()));
    assertThat(answer.status()).isEqualTo(200);
    second.verify(answer);
    refused(Reason.SIGNATURE_INVALID, () -> first.verify(answer));
  }

  @Test
  void exchange_replayedRequest_getsASignedRefusal() {
    Attempt attempt = client.sign(post());
    Request sent = with(post(), attempt.headers());
    node(sent);
    Response refusal = node(sent);
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("replayed");
    attempt.verify(refusal);
  }

  @Test
  void exchange_tamperedContent_getsASignedRefusal() {
    Attempt attempt = client.sign(post());
    Response refusal = node(withBody(with(post(), attempt.headers()), new byte[] {1}));
    assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("digest-mismatch");
    attempt.verify(refusal);
  }

  @Test
  void exchange_signatureTakenOff_getsAnUnsignedRefusalTheClientDoesNotTake() {
    Attempt attempt = client.sign(post());
    Response refusal = node(post());
    assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("unsigned");
    refused(Reason.UNSIGNED, () -> attempt.verify(refusal));
  }

  @Test
  void exchange_nodeIsSomebodyElse_isRefused() {
    SignedExchange mistaken =
        new SignedExchange(cities.requestSigner(), cities.responseVerifier(), JAKARTA);
    Attempt attempt = mistaken.sign(post());
    Response answer = node(with(post(), attempt.headers()));
    assertThat(answer.status()).isEqualTo(200);
    refused(Reason.WRONG_SIGNER, () -> attempt.verify(answer));
  }

  @Test
  void exchange_clientUnknown_isRefusedWithAReason() {
    EntityId stranger = new EntityId("https://stranger.example/");
    RequestSigner signer = new RequestSigner(stranger, cities.jakartaKey, cities.clock);
    Attempt attempt = new SignedExchange(signer, cities.responseVerifier(), JAMBI).sign(post());
    Response refusal = node(with(post(), attempt.headers()));
    assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("unknown-entity");
    attempt.verify(refusal);
  }

  @Test
  void exchange_proxyAddsItsOwnSignature_isStillVerified() {
    Attempt attempt = client.sign(post());
    Headers proxy =
        Headers.EMPTY
            .with("Signature-Input", "proxy=(\"@method\");created=1;tag=\"waf\"")
            .with("Signature", "proxy=:AAAA:")
            .with("Via", "1.1 waf");
    Response answer = node(with(with(post(), attempt.headers()), proxy));
    attempt.verify(
        new Response(answer.status(), FieldLines.concat(answer.headers(), proxy), answer.body()));
  }

  @Test
  void exchange_answerTooLate_isRefused() {
    Attempt attempt = client.sign(post());
    Response answer = node(with(post(), attempt.headers()));
    cities.clock.advance(Duration.ofSeconds(61));
    refused(Reason.EXPIRED, () -> attempt.verify(answer));
  }

  @Test
  void sign_addsOnlyWhatIsMissing() {
    assertThat(client.sign(get()).headers().fields())
        .extracting(Headers.Field::name)
        .containsExactly("Signature-Input", "Signature");
    Request withDigest = with(post(), Headers.EMPTY.with("content-digest", ContentDigest.of(BODY)));
    Attempt attempt = client.sign(withDigest);
    assertThat(attempt.headers().first("Content-Digest")).isEmpty();
    attempt.verify(node(with(withDigest, attempt.headers())));
  }

  @Test
  void sign_whatTheProfileForbids_isRefused() {
    refused(Reason.NOT_ALLOWED, () -> client.sign(withBody(get(), BODY)));
    Request untyped = withHeaders(post(), Cities.without(post().headers(), "Content-Type"));
    refused(Reason.MALFORMED, () -> client.sign(untyped));
    Request twice = with(post(), Headers.EMPTY.with("Idempotency-Key", "x"));
    refused(Reason.MALFORMED, () -> client.sign(twice));
    Request wrongDigest = with(post(), Headers.EMPTY.with("Content-Digest", "sha-256=:AAAA:"));
    refused(Reason.DIGEST_MISMATCH, () -> client.sign(wrongDigest));
    Request signedBefore = with(post(), client.sign(post()).headers());
    refused(Reason.NOT_ALLOWED, () -> client.sign(signedBefore));
    Request nowhere = new Request("GET", URI.create("/x"), Headers.EMPTY, new byte[0]);
    refused(Reason.MALFORMED, () -> client.sign(nowhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "User-Agent", "Traceparent"})
  void exchange_fieldOutsideTheProfile_mayChangeOnTheWay(String field) {
    Attempt attempt = client.sign(post());
    attempt.verify(node(with(with(post(), attempt.headers()), Headers.EMPTY.with(field, "x"))));
  }
}
