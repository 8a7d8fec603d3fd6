package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.get;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.replace;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withBody;
import static id.simpul.identity.http.Cities.withHeaders;
import static id.simpul.identity.http.Cities.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content and the target of a request. */
class RequestContentTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier verifier = cities.requestVerifier();

  @Test
  void verify_contentChanged_isRefused() {
    Request sent = cities.request(cities.handSigned());
    byte[] changed = BODY.clone();
    changed[3] ^= 1;
    refused(Reason.DIGEST_MISMATCH, () -> verifier.verify(withBody(sent, changed)));
    refused(Reason.DIGEST_MISMATCH, () -> verifier.verify(withBody(sent, new byte[0])));
  }

  @Test
  void verify_contentAndDigestChanged_isRefused() {
    byte[] changed = "service_code=lampu".getBytes(StandardCharsets.UTF_8);
    Headers headers =
        replace(
            cities.request(cities.handSigned()).headers(),
            "Content-Digest",
            ContentDigest.of(changed));
    refused(
        Reason.SIGNATURE_INVALID,
        () -> verifier.verify(withBody(withHeaders(post(), headers), changed)));
  }

  @Test
  void verify_contentDigestMissing_isRefused() {
    Headers headers = without(cities.request(cities.handSigned()).headers(), "Content-Digest");
    refused(Reason.MALFORMED, () -> verifier.verify(withHeaders(post(), headers)));
    Headers neither = cities.handSigned().uncover("\"content-digest\"").sign(cities.jakartaKey);
    refused(Reason.NOT_COVERED, () -> verifier.verify(with(post(), neither)));
  }

  @Test
  void verify_sha512_isAccepted() {
    String digest = HandSigned.digest("sha-512", "SHA-512", BODY);
    HandSigned signed = cities.handSigned(NOW, "POST", digest);
    Headers headers = signed.sign(cities.jakartaKey).with("Content-Digest", digest);
    assertThat(verifier.verify(with(post(), headers)).signer()).isEqualTo(JAKARTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "HEAD"})
  void verify_contentWhereNoneBelongs_isRefused(String method) {
    Request sent = cities.request(cities.handSigned());
    Request other = new Request(method, sent.target(), sent.headers(), sent.body());
    refused(Reason.NOT_ALLOWED, () -> verifier.verify(other));
  }

  @Test
  void verify_noContentButContentComponentsCovered_isRefused() {
    String empty = HandSigned.digest("sha-256", "SHA-256", new byte[0]);
    HandSigned signed =
        HandSigned.by(cities.jakartaKeyId(), NOW)
            .cover("\"@method\"", "GET")
            .cover("\"@target-uri\"", Cities.TARGET.toString())
            .cover("\"content-digest\"", empty);
    Headers headers = signed.sign(cities.jakartaKey).with("Content-Digest", empty);
    refused(Reason.NOT_ALLOWED, () -> verifier.verify(with(get(), headers)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/georeport/v2/requests.json?x=1",
        "https://api.jambi.example/georeport/v2/requests.json",
        "https://api.jambi.example/georeport/v2/requests.json?x=2",
        "https://api.jambi.example/georeport/v2/Requests.json?x=1",
        "https://api.jambi.example:8443/georeport/v2/requests.json?x=1",
        "http://api.jambi.example/georeport/v2/requests.json?x=1"
      })
  void verify_otherTarget_isRefused(String target) {
    Request sent = cities.request(cities.handSigned());
    Request moved = new Request("POST", URI.create(target), sent.headers(), BODY);
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(moved));
  }

  @Test
  void verify_hostAndForwardedFields_areNeverRead() {
    Headers misleading =
        Headers.EMPTY
            .with("Host", "evil.example")
            .with("Forwarded", "host=evil.example")
            .with("X-Forwarded-Host", "evil.example");
    assertThat(verifier.verify(with(cities.request(cities.handSigned()), misleading)).signer())
        .isEqualTo(JAKARTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/relative", "mailto:x@y", "ftp://a/b", "https://u@a/b", "https://a/b#c"})
  void verify_targetThatIsNone_isRefused(String target) {
    Request sent = cities.request(cities.handSigned());
    Request odd = new Request("POST", URI.create(target), sent.headers(), BODY);
    refused(Reason.MALFORMED, () -> verifier.verify(odd));
  }

  @Test
  void verify_refused_saysWhoAndWhereAndShowsNoContent() {
    Request sent = cities.request(cities.handSigned());
    byte[] secret = "nik=1571010101010001".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> verifier.verify(withBody(sent, secret)))
        .hasMessageStartingWith("https://jakarta.example/: ")
        .hasMessageContaining("Content-Digest")
        .hasMessageNotContaining("1571");
  }
}
