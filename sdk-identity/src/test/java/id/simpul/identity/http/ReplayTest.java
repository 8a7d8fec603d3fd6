package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.BODY;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.replace;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier verifier = cities.requestVerifier();

  private Request signed() {
    return with(post(), cities.requestSigner().sign(post()).headers());
  }

  @Test
  void verify_sameRequestTwice_isReplay() {
    Request sent = signed();
    verifier.verify(sent);
    refused(Reason.REPLAYED, () -> verifier.verify(sent));
    cities.clock.advance(Duration.ofSeconds(60));
    refused(Reason.REPLAYED, () -> verifier.verify(sent));
    cities.clock.advance(Duration.ofSeconds(1));
    refused(Reason.EXPIRED, () -> verifier.verify(sent));
  }

  @Test
  void verify_sameNonceInANewSignature_isReplay() {
    HandSigned signed =
        HandSigned.by(JAKARTA + "#" + cities.jakartaKey.keyId(), Cities.NOW)
            .cover("\"@method\"", "GET")
            .cover("\"@target-uri\"", Cities.TARGET.toString());
    verifier.verify(with(Cities.get(), signed.sign(cities.jakartaKey)));
    signed.parameter("expires", Long.toString(Cities.NOW.getEpochSecond() + 7));
    Request again = with(Cities.get(), signed.sign(cities.jakartaKey));
    refused(Reason.REPLAYED, () -> verifier.verify(again));
  }

  @Test
  void verify_forgeryWithTheNonce_doesNotBurnIt() {
    Request sent = signed();
    String value = sent.headers().first("Signature").orElseThrow();
    char other = value.charAt(20) == 'A' ? 'B' : 'A';
    String forged = value.substring(0, 20) + other + value.substring(21);
    Request forgery = withHeaders(sent, replace(sent.headers(), "Signature", forged));
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(forgery));
    refused(Reason.DIGEST_MISMATCH, () -> verifier.verify(Cities.withBody(sent, new byte[] {1})));
    assertThat(verifier.verify(sent).request().body()).isEqualTo(BODY);
  }

  @Test
  void sign_sameRequestTwice_hasANonceEach() {
    VerifiedRequest first = verifier.verify(signed());
    VerifiedRequest second = verifier.verify(signed());
    assertThat(first.nonce()).isNotEqualTo(second.nonce());
  }

  @Test
  void verify_storeFull_failsClosed() {
    InMemoryNonceStore small = new InMemoryNonceStore(1, cities.clock);
    RequestVerifier bounded = new RequestVerifier(cities.trust, small, cities.clock);
    bounded.verify(signed());
    refused(Reason.BUDGET_EXCEEDED, () -> bounded.verify(signed()));
    cities.clock.advance(Duration.ofSeconds(121));
    assertThat(bounded.verify(signed()).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_storeFails_failsClosed() {
    NonceStore broken =
        (keyId, nonce, keepUntil) -> {
          throw new TrustException(Reason.BUDGET_EXCEEDED, "store", "is out of reach", "nonce");
        };
    RequestVerifier unsure = new RequestVerifier(cities.trust, broken, cities.clock);
    refused(Reason.BUDGET_EXCEEDED, () -> unsure.verify(signed()));
  }
}
