package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.DIGEST;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.get;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseVerifierTest {
  private static final byte[] ANSWER =
      "[{\"service_request_id\":\"1\"}]".getBytes(StandardCharsets.UTF_8);
  private static final String ANSWER_DIGEST = HandSigned.digest("sha-256", "SHA-256", ANSWER);
  private static final Headers JSON = Headers.EMPTY.with("Content-Type", "application/json");

  private final Cities cities = new Cities(SignatureAlgorithm.ES256);
  private final ResponseVerifier verifier = cities.responseVerifier();
  private final SignedRequest request = cities.requestSigner().sign(post());

  private HandSigned handSigned() {
    String signature = request.headers().first("Signature").orElseThrow();
    return HandSigned.by(JAMBI + "#" + cities.jambiKey.keyId(), NOW)
        .cover("\"@status\"", "200")
        .cover("\"content-digest\"", ANSWER_DIGEST)
        .cover("\"content-type\"", "application/json")
        .cover("\"@method\";req", "POST")
        .cover("\"@target-uri\";req", Cities.TARGET.toString())
        .cover("\"content-digest\";req", DIGEST)
        .cover("\"signature\";req;key=\"simpul\"", signature.substring("simpul=".length()));
  }

  private Response response(HandSigned signed) {
    Headers signature = signed.sign(cities.jambiKey).with("Content-Digest", ANSWER_DIGEST);
    return new Response(200, FieldLines.concat(JSON, signature), ANSWER);
  }

  private Response signed(Response response, RequestBinding binding) {
    Headers signature = cities.responseSigner().sign(response, binding);
    return new Response(
        response.status(), FieldLines.concat(response.headers(), signature), response.body());
  }

  private VerifiedResponse verify(Response response) {
    return verifier.verify(response, request.binding(), JAMBI);
  }

  private void refusedAs(Reason reason, HandSigned signed) {
    refused(reason, () -> verify(response(signed)));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verify_signedAnswer_tellsWhoSigned(SignatureAlgorithm algorithm) {
    Cities both = new Cities(algorithm);
    SignedRequest sent = both.requestSigner().sign(post());
    Response plain = new Response(200, JSON, ANSWER);
    Headers signature = both.responseSigner().sign(plain, sent.binding());
    Response answer = new Response(200, FieldLines.concat(JSON, signature), ANSWER);
    VerifiedResponse verified = both.responseVerifier().verify(answer, sent.binding(), JAMBI);
    assertThat(verified.signer()).isEqualTo(JAMBI);
    assertThat(verified.keyId()).isEqualTo(both.jambiKey.keyId());
    assertThat(verified.created()).isEqualTo(NOW);
    assertThat(verified.response()).isSameAs(answer);
    assertThat(verified)
        .hasToString("200, 28 bytes, signed by " + JAMBI + "#" + both.jambiKey.keyId());
  }

  @Test
  void verify_handSigned_agreesWithAnIndependentSigner() {
    assertThat(verify(response(handSigned())).signer()).isEqualTo(JAMBI);
    HandSigned keyFirst = handSigned().uncover("\"signature\";req;key=\"simpul\"");
    String signature = request.headers().first("Signature").orElseThrow();
    keyFirst.cover("\"signature\";key=\"simpul\";req", signature.substring("simpul=".length()));
    assertThat(verify(response(keyFirst)).signer()).isEqualTo(JAMBI);
  }

  @Test
  void verify_anotherFieldCovered_isTaken() {
    HandSigned signed = handSigned().cover("\"date\"", "Mon, 02 Nov 2026 03:04:05 GMT");
    Headers date = Headers.EMPTY.with("Date", "Mon, 02 Nov 2026 03:04:05 GMT");
    Response answer = response(signed);
    Response dated = new Response(200, FieldLines.concat(date, answer.headers()), ANSWER);
    assertThat(verify(dated).signer()).isEqualTo(JAMBI);
    refused(Reason.MALFORMED, () -> verify(answer));
  }

  @Test
  void verify_typeOfContentCoveredWhereThereIsNone_isRefused() {
    HandSigned signed = handSigned().uncover("\"content-digest\"").uncover("\"content-type\"");
    Headers headers =
        signed.cover("\"content-type\"", "x").sign(cities.jambiKey).with("Content-Type", "x");
    refused(Reason.NOT_ALLOWED, () -> verify(new Response(200, headers, new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 600})
  void verify_noStatus_isRefused(int status) {
    refused(Reason.MALFORMED, () -> verify(new Response(status, Headers.EMPTY, new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 201, 204, 304, 400, 401, 404, 409, 429, 500, 503, 599})
  void verify_anyStatusWithoutContent_isSignedAlike(int status) {
    Response answer = signed(new Response(status, Headers.EMPTY, new byte[0]), request.binding());
    assertThat(answer.headers().first("Content-Digest")).isEmpty();
    assertThat(verify(answer).response().status()).isEqualTo(status);
  }

  @Test
  void verify_answerToAGet_hasNoDigestOfARequest() {
    SignedRequest sent = cities.requestSigner().sign(get());
    Response answer = signed(new Response(200, JSON, ANSWER), sent.binding());
    assertThat(answer.headers().first("Signature-Input").orElseThrow())
        .startsWith(
            "simpul=(\"@status\" \"content-digest\" \"content-type\" \"@method\";req"
                + " \"@target-uri\";req \"signature\";req;key=\"simpul\");");
    assertThat(verifier.verify(answer, sent.binding(), JAMBI).signer()).isEqualTo(JAMBI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"@status\"",
        "\"content-digest\"",
        "\"content-type\"",
        "\"@method\";req",
        "\"@target-uri\";req",
        "\"content-digest\";req",
        "\"signature\";req;key=\"simpul\""
      })
  void verify_componentMissing_isRefused(String identifier) {
    refusedAs(Reason.NOT_COVERED, handSigned().uncover(identifier));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "\"@method\",POST",
        "\"@status\";req,200",
        "\"@path\";req,/",
        "\"content-type\";req,x",
        "\"content-type\";sf,x",
        "\"signature\";req,x",
        "\"@authority\",x"
      })
  void verify_componentAgainstTheProfile_isRefused(String identifier, String value) {
    refusedAs(Reason.NOT_ALLOWED, handSigned().cover(identifier, value));
  }

  @Test
  void verify_sameComponentInAnotherSpelling_isRefused() {
    refusedAs(Reason.MALFORMED, handSigned().cover("\"signature\";key=\"simpul\";req", "x"));
    refusedAs(Reason.MALFORMED, handSigned().moveToEnd("\"@status\""));
  }

  @Test
  void verify_boundToAnotherLabel_isRefused() {
    HandSigned signed = handSigned().uncover("\"signature\";req;key=\"simpul\"");
    refusedAs(Reason.NOT_COVERED, signed.cover("\"signature\";req;key=\"other\"", ":AAAA:"));
  }

  @Test
  void verify_answerToAnotherRequest_isRefused() {
    SignedRequest sameAgain = cities.requestSigner().sign(post());
    Response answer = signed(new Response(200, JSON, ANSWER), sameAgain.binding());
    refused(Reason.SIGNATURE_INVALID, () -> verify(answer));
    SignedRequest other = cities.requestSigner().sign(get());
    Response toGet = signed(new Response(200, JSON, ANSWER), other.binding());
    refused(Reason.NOT_COVERED, () -> verify(toGet));
  }

  @Test
  void verify_wrongSigner_isRefused() {
    ResponseSigner jakarta = new ResponseSigner(JAKARTA, cities.jakartaKey, cities.clock);
    Response plain = new Response(200, JSON, ANSWER);
    Headers signature = jakarta.sign(plain, request.binding());
    Response answer = new Response(200, FieldLines.concat(JSON, signature), ANSWER);
    refused(Reason.WRONG_SIGNER, () -> verify(answer));
    ResponseSigner pretender = new ResponseSigner(JAMBI, cities.jakartaKey, cities.clock);
    Headers pretended = pretender.sign(plain, request.binding());
    Response forged = new Response(200, FieldLines.concat(JSON, pretended), ANSWER);
    refused(Reason.UNKNOWN_KEY, () -> verify(forged));
    Headers stolen = handSigned().sign(cities.jakartaKey).with("Content-Digest", ANSWER_DIGEST);
    Response renamed = new Response(200, FieldLines.concat(JSON, stolen), ANSWER);
    refused(Reason.SIGNATURE_INVALID, () -> verify(renamed));
  }

  @Test
  void verify_requestSignatureSentBack_isRefused() {
    Headers reflected = FieldLines.concat(post().headers(), request.headers());
    refused(Reason.NOT_COVERED, () -> verifyFrom(new Response(200, reflected, BODY)));
  }

  private void verifyFrom(Response response) {
    verifier.verify(response, request.binding(), JAKARTA);
  }

  @Test
  void verify_unsigned_isRefused() {
    refused(Reason.UNSIGNED, () -> verify(new Response(200, JSON, ANSWER)));
    refused(Reason.UNSIGNED, () -> verify(new Response(502, Headers.EMPTY, new byte[0])));
  }

  @Test
  void verify_statusOrContentChanged_isRefused() {
    Response answer = response(handSigned());
    refused(Reason.SIGNATURE_INVALID, () -> verify(new Response(201, answer.headers(), ANSWER)));
    refused(Reason.MALFORMED, () -> verify(new Response(99, answer.headers(), ANSWER)));
    refused(Reason.MALFORMED, () -> verify(new Response(600, answer.headers(), ANSWER)));
    refused(Reason.DIGEST_MISMATCH, () -> verify(new Response(200, answer.headers(), new byte[0])));
    refused(Reason.DIGEST_MISMATCH, () -> verify(new Response(200, answer.headers(), BODY)));
  }

  @ParameterizedTest
  @CsvSource({"60,", "61,EXPIRED", "-60,", "-61,NOT_YET_VALID"})
  void verify_clockApart_isAcceptedWithinSixtySeconds(long seconds, Reason reason) {
    Response answer = response(handSigned());
    cities.clock.set(NOW.plusSeconds(seconds));
    if (reason == null) {
      assertThat(verify(answer).signer()).isEqualTo(JAMBI);
    } else {
      refused(reason, () -> verify(answer));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "expires", "nonce", "keyid"})
  void verify_parameterMissing_isRefused(String name) {
    refusedAs(Reason.MALFORMED, handSigned().withoutParameter(name));
  }

  @Test
  void received_requestAsItCame_bindsTheSameAnswer() {
    Request asReceived = with(post(), request.headers());
    RequestBinding binding = RequestBinding.received(asReceived).orElseThrow();
    Response answer = signed(new Response(401, JSON, ANSWER), binding);
    assertThat(verify(answer).response().status()).isEqualTo(401);
  }

  @Test
  void received_tamperedRequest_bindsAnAnswerTheClientTakesOnlyIfNothingBoundWasTampered() {
    Request forged = Cities.withBody(with(post(), request.headers()), new byte[] {1});
    RequestBinding binding = RequestBinding.received(forged).orElseThrow();
    Response answer = signed(new Response(401, JSON, ANSWER), binding);
    assertThat(verify(answer).response().status()).isEqualTo(401);
    Headers otherDigest =
        Cities.replace(forged.headers(), "Content-Digest", ContentDigest.of(new byte[] {1}));
    RequestBinding other =
        RequestBinding.received(Cities.withHeaders(forged, otherDigest)).orElseThrow();
    Response notOurs = signed(new Response(401, JSON, ANSWER), other);
    refused(Reason.SIGNATURE_INVALID, () -> verify(notOurs));
  }

  @Test
  void received_requestNoAnswerCanReferTo_isEmpty() {
    Request sent = with(post(), request.headers());
    assertThat(RequestBinding.received(post())).isEmpty();
    for (String field : new String[] {"Signature", "Signature-Input"}) {
      Headers without = Cities.without(sent.headers(), field);
      assertThat(RequestBinding.received(Cities.withHeaders(sent, without))).isEmpty();
    }
    Headers odd = Cities.replace(sent.headers(), "Content-Digest", "é");
    assertThat(RequestBinding.received(Cities.withHeaders(sent, odd))).isEmpty();
    Request twice = with(sent, Headers.EMPTY.with("Content-Digest", "x"));
    assertThat(RequestBinding.received(twice)).isEmpty();
  }
}
