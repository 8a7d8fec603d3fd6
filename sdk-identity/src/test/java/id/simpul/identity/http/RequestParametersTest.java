package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.DIGEST;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.with;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature parameters of a request, and the key they name. */
class RequestParametersTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier verifier = cities.requestVerifier();

  private void accepted(HandSigned signed) {
    assertThat(verifier.verify(cities.request(signed)).signer()).isEqualTo(JAKARTA);
  }

  private void refusedAs(Reason reason, HandSigned signed) {
    refused(reason, () -> verifier.verify(cities.request(signed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "expires", "nonce", "keyid"})
  void verify_parameterMissing_isRefused(String name) {
    refusedAs(Reason.MALFORMED, cities.handSigned().withoutParameter(name));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "created,\"1\"",
        "created,1.0",
        "created,@1",
        "created,?1",
        "expires,\"1\"",
        "nonce,abc",
        "nonce,:AAAA:",
        "keyid,a",
        "keyid,\"\"",
        "keyid,\"https://jakarta.example/\"",
        "keyid,\"#x\"",
        "keyid,\"urn:x#y\"",
        "keyid,\"http://jakarta.example/#y\"",
        "alg,1"
      })
  void verify_parameterOfWrongForm_isRefused(String name, String value) {
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter(name, value));
  }

  @Test
  void verify_unknownParameter_isRefused() {
    refusedAs(Reason.NOT_ALLOWED, cities.handSigned().parameter("sub", "\"x\""));
  }

  @Test
  void verify_parameterTwice_isRefused() {
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("created=1;created", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa-p256-sha256", "hmac-sha256", "rsa-pss-sha512", "none", ""})
  void verify_algOtherThanTheKeys_isRefused(String alg) {
    refusedAs(Reason.NOT_ALLOWED, cities.handSigned().parameter("alg", "\"" + alg + "\""));
  }

  @ParameterizedTest
  @CsvSource({"-60,true", "-61,false", "60,true", "61,false"})
  void verify_createdBesideTheClock_isAcceptedWithinSixtySeconds(long offset, boolean good) {
    HandSigned signed = cities.handSigned(NOW.plusSeconds(offset), "POST", DIGEST);
    if (good) {
      accepted(signed);
    } else {
      refusedAs(offset < 0 ? Reason.EXPIRED : Reason.NOT_YET_VALID, signed);
    }
  }

  @Test
  void verify_partOfASecondTooOld_isRefused() {
    cities.clock.set(NOW.plusSeconds(60).plusNanos(1));
    refusedAs(Reason.EXPIRED, cities.handSigned());
  }

  @Test
  void verify_lifetimeAtLimit_isAcceptedAndOnePastIsRefused() {
    long now = NOW.getEpochSecond();
    refusedAs(
        Reason.NOT_ALLOWED, cities.handSigned().parameter("expires", Long.toString(now + 61)));
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("expires", Long.toString(now)));
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("expires", Long.toString(now - 1)));
    accepted(cities.handSigned().parameter("expires", Long.toString(now + 60)));
  }

  @Test
  void verify_atExpires_isAcceptedAndOneSecondLaterIsRefused() {
    HandSigned signed = cities.handSigned().parameter("expires", "" + (NOW.getEpochSecond() + 5));
    cities.clock.set(NOW.plusSeconds(6));
    refusedAs(Reason.EXPIRED, signed);
    cities.clock.set(NOW.plusSeconds(5));
    accepted(signed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAECAwQFBgcICQoLDA0O",
        "AAECAwQFBgcICQoLDA0OD",
        "AAECAwQFBgcICQoLDA0ODxA",
        "AAECAwQFBgcICQoLDA0ODx",
        "AAECAwQFBgcICQoLDA0ODw==",
        "AAECAwQFBgcICQoLDA0OD+"
      })
  void verify_nonceOfWrongForm_isRefused(String nonce) {
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("nonce", "\"" + nonce + "\""));
  }

  @Test
  void verify_nonceOfFiveKilobytes_isRefused() {
    String huge = "\"" + "A".repeat(5 * 1024) + "\"";
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("nonce", huge));
  }

  @Test
  void verify_unknownEntityOrKey_isRefused() {
    String thumbprint = cities.jakartaKey.keyId();
    refusedAs(
        Reason.UNKNOWN_ENTITY,
        cities.handSigned().parameter("keyid", "\"https://bogor.example/#" + thumbprint + "\""));
    refusedAs(
        Reason.UNKNOWN_KEY,
        cities.handSigned().parameter("keyid", "\"" + JAMBI + "#" + thumbprint + "\""));
    refusedAs(Reason.UNKNOWN_KEY, cities.handSigned().parameter("keyid", "\"" + JAKARTA + "#\""));
  }

  @Test
  void verify_signedByAnotherKeyThanNamed_isRefused() {
    Headers forged = cities.handSigned().sign(cities.jambiKey).with("Content-Digest", DIGEST);
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(with(post(), forged)));
  }

  @Test
  void verify_trustRanOut_isRefused() {
    ResolvedEntity shortLived =
        new ResolvedEntity(JAKARTA, List.of(cities.jakartaKey.publicKey()), NOW.plusSeconds(1));
    RequestVerifier other =
        new RequestVerifier(new PinnedEntities(List.of(shortLived)), cities.nonces, cities.clock);
    Request sent = cities.request(cities.handSigned());
    cities.clock.advance(Duration.ofSeconds(1));
    refused(Reason.EXPIRED, () -> other.verify(sent));
    cities.clock.advance(Duration.ofSeconds(-1));
    assertThat(other.verify(sent).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_expectedKeyRotated_newKeyBesideOldIsAccepted() {
    EntityId id = JAKARTA;
    ResolvedEntity two =
        new ResolvedEntity(
            id, List.of(cities.jambiKey.publicKey(), cities.jakartaKey.publicKey()), Instant.MAX);
    RequestVerifier other =
        new RequestVerifier(new PinnedEntities(List.of(two)), cities.nonces, cities.clock);
    assertThat(other.verify(cities.request(cities.handSigned())).keyId())
        .isEqualTo(cities.jakartaKey.keyId());
  }

  @Test
  void verify_parametersInAnotherOrderAndAlgOfTheKey_isAccepted() {
    accepted(
        cities
            .handSigned()
            .withoutParameter("tag")
            .withoutParameter("created")
            .parameter("tag", "\"simpul-v1\"")
            .parameter("alg", "\"ed25519\"")
            .parameter("created", Long.toString(NOW.getEpochSecond())));
  }
}
