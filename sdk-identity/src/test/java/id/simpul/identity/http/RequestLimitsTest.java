package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.replace;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withBody;
import static id.simpul.identity.http.Cities.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of the profile, at the limit and one past it. */
class RequestLimitsTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier verifier = cities.requestVerifier();

  private Request signed(Request request) {
    return with(request, cities.requestSigner().sign(request).headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature-Input", "Signature"})
  void verify_fieldAtLimit_isAcceptedAndOnePastIsRefused(String field) {
    Request sent = signed(post());
    String value = sent.headers().first(field).orElseThrow();
    String foreign = ", f=\"" + "x".repeat(2000) + "\", g=\"" + "x".repeat(3000) + "\", h=\"";
    int fill = SignatureProfile.MAX_FIELD_LENGTH - value.length() - foreign.length() - 1;
    String atLimit = value + foreign + "x".repeat(fill) + "\"";
    assertThat(atLimit).hasSize(SignatureProfile.MAX_FIELD_LENGTH);
    String pastLimit = value + foreign + "x".repeat(fill + 1) + "\"";
    refused(
        Reason.MALFORMED,
        () -> verifier.verify(withHeaders(sent, replace(sent.headers(), field, pastLimit))));
    Headers longest = replace(sent.headers(), field, atLimit);
    assertThat(verifier.verify(withHeaders(sent, longest)).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_digestFieldAtLimit_isAcceptedAndOnePastIsRefused() {
    String digest = ContentDigest.of(BODY);
    String atLimit = digest + " ".repeat(SignatureProfile.MAX_FIELD_LENGTH - digest.length());
    ContentDigest.verify(atLimit, BODY);
    refused(Reason.MALFORMED, () -> ContentDigest.verify(atLimit + " ", BODY));
  }

  @Test
  void verify_signaturesAtLimit_isAcceptedAndOnePastIsRefused() {
    Request sent = signed(post());
    StringBuilder foreign = new StringBuilder();
    for (int i = 1; i < SignatureProfile.MAX_SIGNATURES; i++) {
      foreign.append(", f").append(i).append("=()");
    }
    String input = sent.headers().first("Signature-Input").orElseThrow();
    Headers tooMany = replace(sent.headers(), "Signature-Input", input + foreign + ", g=()");
    refused(Reason.MALFORMED, () -> verifier.verify(withHeaders(sent, tooMany)));
    Headers most = replace(sent.headers(), "Signature-Input", input + foreign);
    assertThat(verifier.verify(withHeaders(sent, most)).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_componentsAtLimit_isAcceptedAndOnePastIsRefused() {
    refused(Reason.MALFORMED, () -> verifier.verify(covering(SignatureProfile.MAX_COMPONENTS + 1)));
    Request most = covering(SignatureProfile.MAX_COMPONENTS);
    assertThat(verifier.verify(most).signer()).isEqualTo(JAKARTA);
  }

  private Request covering(int components) {
    HandSigned signed =
        HandSigned.by(JAKARTA + "#" + cities.jakartaKey.keyId(), NOW)
            .cover("\"@method\"", "GET")
            .cover("\"@target-uri\"", Cities.TARGET.toString());
    Headers headers = Headers.EMPTY;
    for (int i = 2; i < components; i++) {
      headers = headers.with("X-" + i, "v" + i);
      signed.cover("\"x-" + i + "\"", "v" + i);
    }
    Request request = withHeaders(Cities.get(), headers);
    return with(request, signed.sign(cities.jakartaKey));
  }

  @Test
  void verify_contentAtLimit_isAcceptedAndOnePastIsRefused() {
    Request largest = withBody(post(), new byte[SignatureProfile.MAX_CONTENT_BYTES]);
    assertThat(verifier.verify(signed(largest)).signer()).isEqualTo(JAKARTA);
    Request tooLarge = withBody(post(), new byte[SignatureProfile.MAX_CONTENT_BYTES + 1]);
    refused(Reason.BUDGET_EXCEEDED, () -> verifier.verify(signed(tooLarge)));
  }

  @Test
  void verify_hugeKeyId_isRefused() {
    HandSigned signed =
        HandSigned.by("https://jakarta.example/" + "a".repeat(2025) + "#x", NOW)
            .cover("\"@method\"", "GET")
            .cover("\"@target-uri\"", Cities.TARGET.toString());
    Request sent = with(Cities.get(), signed.sign(cities.jakartaKey));
    refused(Reason.MALFORMED, () -> verifier.verify(sent));
  }
}
