package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusListVerifierTest {
  private static final long NOW = StatusTokens.NOW_SECONDS;
  private static final long MAX_LIFETIME = StatusListVerifier.MAX_LIFETIME.toSeconds();

  private final SettableClock clock = new SettableClock(StatusTokens.NOW);
  private final StatusListVerifier verifier = new StatusListVerifier(clock);

  private VerifiedStatusList verify(String token) {
    return verifier.verify(token, StatusTokens.SOURCE);
  }

  private void assertRefused(String token, Reason reason) {
    assertThat(StatusTokens.refusal(() -> verify(token)).reason()).as(token).isEqualTo(reason);
  }

  private static String payload(JsonObject claims) {
    return new String(Json.toBytes(claims), StandardCharsets.UTF_8);
  }

  private static String good() {
    return StatusTokens.token("{}");
  }

  @Test
  void verify_goodToken_givesTheList() {
    VerifiedStatusList verified = verify(good());
    assertThat(verified.list()).isEqualTo(StatusList.of(StatusTokens.json(StatusTokens.LIST)));
    assertThat(verified.issuedAt()).isEqualTo(StatusTokens.NOW);
    assertThat(verified.expiresAt()).isEqualTo(StatusTokens.NOW.plusSeconds(3600));
    assertThat(verified.ttl()).isEqualTo(Duration.ofMinutes(10));
    assertThat(verified.signedBy().key()).isEqualTo(StatusTokens.KEY.publicKey());
    assertThat(verified)
        .hasToString("status list of 16 x 1 bits signed by JWK " + StatusTokens.KEY.keyId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JWT",
        "statuslist+cwt",
        "STATUSLIST+JWT",
        "application/statuslist+jwt",
        "dc+sd-jwt",
        ""
      })
  void verify_otherTyp_isNotAllowed(String typ) {
    String claims = payload(StatusTokens.claims(JsonObject.EMPTY));
    String token = StatusTokens.sign(StatusTokens.KEY, StatusTokens.header(typ), claims);
    assertRefused(token, Reason.NOT_ALLOWED);
  }

  @Test
  void verify_noneAndMac_isNotAllowed() {
    String claims = payload(StatusTokens.claims(JsonObject.EMPTY));
    for (String alg : new String[] {"none", "HS256", "ES256"}) {
      String header = StatusTokens.header().replace("Ed25519", alg);
      assertRefused(StatusTokens.sign(StatusTokens.KEY, header, claims), Reason.NOT_ALLOWED);
    }
  }

  @Test
  void verify_anotherKey_isRefused() {
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    String claims = payload(StatusTokens.claims(JsonObject.EMPTY));
    String header = StatusTokens.header();
    assertRefused(StatusTokens.sign(other, header, claims), Reason.SIGNATURE_INVALID);
    String named = header.replace(StatusTokens.KEY.keyId(), other.keyId());
    assertRefused(StatusTokens.sign(other, named, claims), Reason.UNKNOWN_KEY);
  }

  @Test
  void verify_subIsNotTheAddress_isNotAllowed() {
    for (String sub :
        new String[] {
          "https://jambi.example/status/2",
          "https://jambi.example/status/1/",
          "https://JAMBI.example/status/1",
          "https://jambi.example:443/status/1",
          "https://jambi.example/status/%31",
          ""
        }) {
      assertRefused(StatusTokens.token("{\"sub\":\"" + sub + "\"}"), Reason.NOT_ALLOWED);
    }
    assertRefused(
        StatusTokens.token(StatusTokens.without(StatusTokens.claims(JsonObject.EMPTY), "sub")),
        Reason.NOT_ALLOWED);
    assertRefused(
        StatusTokens.token("{\"sub\":[\"https://jambi.example/status/1\"]}"), Reason.MALFORMED);
  }

  @Test
  void verify_iss_isTheIssuerOrAbsent() {
    assertThat(verify(StatusTokens.token("{\"iss\":\"https://jambi.example\"}"))).isNotNull();
    assertRefused(StatusTokens.token("{\"iss\":\"https://jakarta.example\"}"), Reason.WRONG_SIGNER);
    assertRefused(StatusTokens.token("{\"aud\":\"https://x.example\"}"), Reason.WRONG_AUDIENCE);
  }

  @Test
  void verify_sourceIsAnotherIssuer_isWrongSigner() {
    StatusListSource source =
        new StatusListSource(
            StatusTokens.URI_1, new EntityId("https://jakarta.example"), StatusTokens.KEYS);
    String token = StatusTokens.token("{\"iss\":\"https://jambi.example\"}");
    assertThat(StatusTokens.refusal(() -> verifier.verify(token, source)).reason())
        .isEqualTo(Reason.WRONG_SIGNER);
  }

  @Test
  void verify_issuedInTheFuture_isTakenWithinAMinute() {
    assertThat(verify(StatusTokens.token("{\"iat\":" + (NOW + 60) + "}"))).isNotNull();
    assertRefused(StatusTokens.token("{\"iat\":" + (NOW + 61) + "}"), Reason.NOT_YET_VALID);
    assertRefused(
        StatusTokens.token(StatusTokens.without(StatusTokens.claims(JsonObject.EMPTY), "iat")),
        Reason.MALFORMED);
  }

  @Test
  void verify_expired_isRefusedAfterAMinute() {
    String token = good();
    clock.advance(Duration.ofSeconds(3600 + 59));
    assertThat(verify(token)).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    assertRefused(token, Reason.EXPIRED);
  }

  @Test
  void verify_lifetimeAtTheLimit_isTakenAndOneSecondMoreIsNot() {
    assertThat(verify(StatusTokens.token("{\"exp\":" + (NOW + MAX_LIFETIME) + "}"))).isNotNull();
    String longer = StatusTokens.token("{\"exp\":" + (NOW + MAX_LIFETIME + 1) + "}");
    assertRefused(longer, Reason.NOT_ALLOWED);
    StatusListVerifier patient =
        new StatusListVerifier(StatusListVerifier.MAX_LIFETIME.plusSeconds(1), clock);
    assertThat(patient.verify(longer, StatusTokens.SOURCE)).isNotNull();
  }

  @Test
  void verify_withoutExp_isTakenForADay() {
    String token =
        StatusTokens.token(StatusTokens.without(StatusTokens.claims(JsonObject.EMPTY), "exp"));
    assertThat(verify(token).expiresAt())
        .isEqualTo(StatusTokens.NOW.plus(StatusListVerifier.MAX_AGE));
    clock.advance(StatusListVerifier.MAX_AGE);
    assertThat(verify(token)).isNotNull();
    clock.advance(Duration.ofNanos(1));
    assertRefused(token, Reason.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60",
    "0.5, 60",
    "60, 60",
    "61, 61",
    "61.9, 61",
    "6.1e1, 61",
    "86399, 86399",
    "86400, 86400",
    "86401, 86400",
    "1e999, 86400",
    "9223372036854775808, 86400"
  })
  void verify_ttl_isKeptWithinAMinuteAndADay(String ttl, long seconds) {
    assertThat(verify(StatusTokens.token("{\"ttl\":" + ttl + "}")).ttl())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void verify_withoutTtl_isKeptForAnHour() {
    String token =
        StatusTokens.token(StatusTokens.without(StatusTokens.claims(JsonObject.EMPTY), "ttl"));
    assertThat(verify(token).ttl()).isEqualTo(StatusListVerifier.DEFAULT_TTL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-0.0", "1e-999", "\"60\"", "null", "[]"})
  void verify_ttlNotPositive_isMalformed(String ttl) {
    assertRefused(StatusTokens.token("{\"ttl\":" + ttl + "}"), Reason.MALFORMED);
  }

  @Test
  void verify_noList_isMalformed() {
    JsonObject claims = StatusTokens.claims(JsonObject.EMPTY);
    assertRefused(
        StatusTokens.token(StatusTokens.without(claims, "status_list")), Reason.MALFORMED);
    assertRefused(StatusTokens.token("{\"status_list\":[]}"), Reason.MALFORMED);
    assertRefused(StatusTokens.token("{\"status_list\":{\"bits\":1}}"), Reason.MALFORMED);
  }

  @Test
  void verify_tokenAtTheLimit_isTakenAndOneCharacterMoreIsNot() {
    String most = tokenOfLength(StatusListVerifier.MAX_TOKEN_LENGTH);
    assertThat(most).hasSize(StatusListVerifier.MAX_TOKEN_LENGTH);
    assertThat(verify(most)).isNotNull();
    String more = tokenOfLength(StatusListVerifier.MAX_TOKEN_LENGTH + 1);
    assertThat(more).hasSize(StatusListVerifier.MAX_TOKEN_LENGTH + 1);
    assertRefused(more, Reason.MALFORMED);
  }

  /** Spaces in the header make the lengths that base64url of the payload alone cannot have. */
  private static String tokenOfLength(int length) {
    String claims = payload(StatusTokens.claims(JsonObject.EMPTY));
    for (String header = StatusTokens.header(); ; header = header.replace("{", "{ ")) {
      int rest = length - 2 - 86 - Base64Url.encode(StatusTokens.utf8(header)).length();
      if (rest % 4 != 1) {
        int bytes = rest * 3 / 4;
        String pad = ",\"pad\":\"" + "x".repeat(bytes - claims.length() - 9) + "\"}";
        String padded = claims.substring(0, claims.length() - 1) + pad;
        return StatusTokens.sign(StatusTokens.KEY, header, padded);
      }
    }
  }

  @Test
  void verifyAt_timeWithinTheToken_isTaken() {
    String token = good();
    Instant issued = StatusTokens.NOW;
    clock.advance(Duration.ofDays(400));
    assertRefused(token, Reason.EXPIRED);
    for (Instant time : new Instant[] {issued, issued.plusSeconds(3599)}) {
      assertThat(verifier.verifyAt(token, StatusTokens.SOURCE, time).list().get(0))
          .isEqualTo(TokenStatus.INVALID);
    }
  }

  @Test
  void verifyAt_timeOutsideTheToken_isRefused() {
    String token = good();
    Instant issued = StatusTokens.NOW;
    clock.advance(Duration.ofDays(400));
    assertThat(refusalAt(token, issued.minusSeconds(1))).isEqualTo(Reason.NOT_YET_VALID);
    assertThat(refusalAt(token, issued.plusSeconds(3600))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void verifyAt_withoutExp_isNotAllowed() {
    String token =
        StatusTokens.token(StatusTokens.without(StatusTokens.claims(JsonObject.EMPTY), "exp"));
    assertThat(refusalAt(token, StatusTokens.NOW)).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void verifyAt_future_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> verifier.verifyAt(good(), StatusTokens.SOURCE, StatusTokens.NOW.plusSeconds(1)));
  }

  @Test
  void verifyAt_anotherList_isNotAllowed() {
    String token = StatusTokens.token("{\"sub\":\"https://jambi.example/status/2\"}");
    assertThat(refusalAt(token, StatusTokens.NOW)).isEqualTo(Reason.NOT_ALLOWED);
  }

  private Reason refusalAt(String token, Instant time) {
    return StatusTokens.refusal(() -> verifier.verifyAt(token, StatusTokens.SOURCE, time)).reason();
  }

  @Test
  void source_address_isChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StatusListSource(
                URI.create("http://jambi.example/1"), StatusTokens.ISSUER, StatusTokens.KEYS));
  }
}
