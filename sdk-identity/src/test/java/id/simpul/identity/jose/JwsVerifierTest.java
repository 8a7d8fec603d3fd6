package id.simpul.identity.jose;

import static id.simpul.identity.jose.Tokens.NOW;
import static id.simpul.identity.jose.Tokens.NOW_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsVerifierTest {
  private static final String AUDIENCE = "https://jakarta.example";
  private static final long MAX_DATE = 1L << 53;

  private final SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
  private final JwkSet keys = Tokens.keysOf(key);
  private final ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER);

  private String token(String claims) {
    return Tokens.sign(key, Tokens.header(key), claims);
  }

  private VerifiedJws verify(String claims, ExpectedClaims expectation) {
    return new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK).verify(token(claims), keys, expectation);
  }

  private VerifiedJws verifyAt(Instant now, JwsProfile profile, String claims) {
    return new JwsVerifier(profile, InstantSource.fixed(now)).verify(token(claims), keys, expected);
  }

  private Reason refused(String claims) {
    return Tokens.refusal(() -> verify(claims, expected)).reason();
  }

  private Reason refusedAt(Instant now, String claims) {
    return Tokens.refusal(() -> verifyAt(now, Tokens.PROFILE, claims)).reason();
  }

  private static String times(String iat, String exp, String more) {
    return "{\"iss\":\"%s\",\"iat\":%s,\"exp\":%s%s}".formatted(Tokens.ISSUER, iat, exp, more);
  }

  private static String times(long iat, long exp, String more) {
    return times(Long.toString(iat), Long.toString(exp), more);
  }

  @Test
  void verify_goodToken_givesItsClaims() {
    VerifiedJws jws = verify(Tokens.claims(",\"sub\":\"s\",\"n\":1"), expected);
    assertThat(jws.issuer()).contains(Tokens.ISSUER);
    assertThat(jws.subject()).contains("s");
    assertThat(jws.issuedAt()).isEqualTo(NOW);
    assertThat(jws.expiresAt()).contains(NOW.plusSeconds(60));
    assertThat(jws.claims().get("n")).contains(JsonNumber.of(1));
    assertThat(jws.header().get("typ")).contains(new JsonString(Tokens.TYP));
    assertThat(jws.signedBy().key()).isEqualTo(key.publicKey());
    assertThat(jws).hasToString("test+jwt signed by JWK " + key.keyId());
  }

  @Test
  void verify_issuer_isTheExpectedOne() {
    String good = Tokens.claims("");
    assertThat(Tokens.refusal(() -> verify(good, ExpectedClaims.issuedBy("https://x"))).reason())
        .isEqualTo(Reason.WRONG_SIGNER);
    assertThat(Tokens.refusal(() -> verify(good, ExpectedClaims.withoutIssuer())).reason())
        .isEqualTo(Reason.WRONG_SIGNER);
    assertThat(refused(good.replace(Tokens.ISSUER, Tokens.ISSUER + "/")))
        .isEqualTo(Reason.WRONG_SIGNER);
    assertThat(refused(good.replace("\"iss\"", "\"sub\""))).isEqualTo(Reason.WRONG_SIGNER);
    assertThat(refused(good.replace("\"" + Tokens.ISSUER + "\"", "[\"" + Tokens.ISSUER + "\"]")))
        .isEqualTo(Reason.MALFORMED);
    verify(good.replace("\"iss\"", "\"sub\""), ExpectedClaims.withoutIssuer());
  }

  @Test
  void verify_audience_isTheOneExpectedString() {
    ExpectedClaims forUs = expected.forAudience(AUDIENCE);
    verify(Tokens.claims(",\"aud\":\"" + AUDIENCE + "\""), forUs);
    for (String aud : List.of("\"https://other.example\"", "\"" + AUDIENCE + "/\"", "\"\"")) {
      assertThat(Tokens.refusal(() -> verify(Tokens.claims(",\"aud\":" + aud), forUs)).reason())
          .isEqualTo(Reason.WRONG_AUDIENCE);
    }
    for (String aud : List.of("[\"" + AUDIENCE + "\"]", "[]", "null", "1", "{}")) {
      assertThat(Tokens.refusal(() -> verify(Tokens.claims(",\"aud\":" + aud), forUs)).reason())
          .isEqualTo(Reason.MALFORMED);
    }
    assertThat(Tokens.refusal(() -> verify(Tokens.claims(""), forUs)).reason())
        .isEqualTo(Reason.WRONG_AUDIENCE);
    // An audience nobody expects: the token was made for somebody else.
    assertThat(refused(Tokens.claims(",\"aud\":\"" + AUDIENCE + "\"")))
        .isEqualTo(Reason.WRONG_AUDIENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "jti"})
  void verify_claimThatIsAString_isRefusedAsAnythingElse(String name) {
    for (String json : List.of("1", "null", "[\"a\"]", "{}")) {
      assertThat(refused(Tokens.claims(",\"" + name + "\":" + json))).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void verify_atExpiryAndLeeway_isTakenUntilItAndRefusedFromIt() {
    String claims = times(NOW_SECONDS, NOW_SECONDS + 60, "");
    Instant end = NOW.plusSeconds(60).plus(JwsProfile.MAX_LEEWAY);
    verifyAt(end.minusNanos(1), Tokens.PROFILE, claims);
    assertThat(refusedAt(end, claims)).isEqualTo(Reason.EXPIRED);
    JwsProfile exact = JwsProfile.typed(Tokens.TYP).leeway(Duration.ZERO).build();
    verifyAt(NOW.plusSeconds(60).minusNanos(1), exact, claims);
    assertThat(Tokens.refusal(() -> verifyAt(NOW.plusSeconds(60), exact, claims)).reason())
        .isEqualTo(Reason.EXPIRED);
  }

  @Test
  void verify_issuedInTheFuture_isTakenWithinLeewayOnly() {
    String claims = times(NOW_SECONDS, NOW_SECONDS + 60, "");
    Instant start = NOW.minus(JwsProfile.MAX_LEEWAY);
    verifyAt(start, Tokens.PROFILE, claims);
    assertThat(refusedAt(start.minusNanos(1), claims)).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void verify_notBefore_isTakenWithinLeewayOnly() {
    long latest = NOW_SECONDS + 60;
    verify(Tokens.claims(",\"nbf\":" + latest), expected);
    assertThat(refused(Tokens.claims(",\"nbf\":" + (latest + 1)))).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void verify_lifetime_isTakenUpToTheCap() {
    Duration cap = Duration.ofHours(24);
    JwsProfile day = JwsProfile.typed(Tokens.TYP).maxLifetime(cap).build();
    verifyAt(NOW, day, times(NOW_SECONDS, NOW_SECONDS + 86400, ""));
    assertThat(
            Tokens.refusal(() -> verifyAt(NOW, day, times(NOW_SECONDS, NOW_SECONDS + 86401, "")))
                .reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    // exp before iat, yet both within leeway.
    assertThat(refused(times(NOW_SECONDS + 1, NOW_SECONDS, ""))).isEqualTo(Reason.NOT_ALLOWED);
    // No overflow makes a huge lifetime small.
    assertThat(refused(times(0, MAX_DATE, ""))).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void verify_numericDateAtTheLimitAndOnePast_isADateAndIsNone() {
    assertThat(refused(Tokens.claims(",\"nbf\":" + MAX_DATE))).isEqualTo(Reason.NOT_YET_VALID);
    assertThat(refused(Tokens.claims(",\"nbf\":" + (MAX_DATE + 1)))).isEqualTo(Reason.MALFORMED);
    verify(Tokens.claims(",\"nbf\":0"), expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0",
        "1.0",
        "1e3",
        "1E3",
        "0.5",
        "\"1\"",
        "null",
        "true",
        "[]",
        "{}",
        "9223372036854775807",
        "18446744073709551617",
        "99999999999999999999"
      })
  void verify_dateThatIsNoWholeNumberInRange_isRefused(String json) {
    String good = Long.toString(NOW_SECONDS);
    String end = Long.toString(NOW_SECONDS + 60);
    assertThat(refused(times(json, end, ""))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(times(good, json, ""))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(times(good, end, ",\"nbf\":" + json))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void verify_withoutTimes_isRefused() {
    assertThat(refused(Tokens.claims("").replace("\"exp\"", "\"ex\""))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(Tokens.claims("").replace("\"iat\"", "\"ia\""))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void verify_jsonAtTheLimitsAndOnePast_isTakenAndRefused() {
    assertLimit(",\"a\":" + nested(JoseJson.MAX_DEPTH - 1), ",\"a\":" + nested(JoseJson.MAX_DEPTH));
    assertLimit(
        ",\"a\":\"" + "x".repeat(JoseJson.MAX_STRING_LENGTH) + "\"",
        ",\"a\":\"" + "x".repeat(JoseJson.MAX_STRING_LENGTH + 1) + "\"");
    assertLimit(
        ",\"" + "x".repeat(JoseJson.MAX_NAME_LENGTH) + "\":1",
        ",\"" + "x".repeat(JoseJson.MAX_NAME_LENGTH + 1) + "\":1");
    assertLimit(
        ",\"a\":" + "1".repeat(JoseJson.MAX_NUMBER_LENGTH),
        ",\"a\":" + "1".repeat(JoseJson.MAX_NUMBER_LENGTH + 1));
    int inArray = JoseJson.MAX_NODES - 5; // the object, iss, iat, exp and the array
    assertLimit(
        ",\"a\":[1" + ",1".repeat(inArray - 1) + "]", ",\"a\":[1" + ",1".repeat(inArray) + "]");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private void assertLimit(String at, String past) {
    JwsProfile wide = JwsProfile.typed(Tokens.TYP).maxLength(64 * 1024).build();
    verifyAt(NOW, wide, Tokens.claims(at));
    assertThat(Tokens.refusal(() -> verifyAt(NOW, wide, Tokens.claims(past))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void verify_tokenAtTheLengthLimitAndOnePast_isTakenAndRefused() {
    String token = token(Tokens.claims(""));
    JwsProfile fits = JwsProfile.typed(Tokens.TYP).maxLength(token.length()).build();
    new JwsVerifier(fits, Tokens.CLOCK).verify(token, keys, expected);
    JwsProfile tight = JwsProfile.typed(Tokens.TYP).maxLength(token.length() - 1).build();
    JwsVerifier verifier = new JwsVerifier(tight, Tokens.CLOCK);
    assertThat(Tokens.refusal(() -> verifier.verify(token, keys, expected)))
        .hasMessageContaining("is longer than " + (token.length() - 1) + " characters");
  }

  @Test
  void verify_encryptedToken_saysThatItHasTooManyParts() {
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    String jwe = token(Tokens.claims("")) + ".AAAA.AAAA";
    assertThat(Tokens.refusal(() -> verifier.verify(jwe, keys, expected)))
        .hasMessageContaining("is not three parts with two dots");
  }

  @Test
  void verify_brokenPart_saysWhichAndWhy() {
    String[] parts = token(Tokens.claims("")).split("\\.");
    refusedIn("three parts", String.join(".", parts[0], parts[1]));
    refusedIn("three parts", parts[0]);
    refusedIn("header", String.join(".", "", parts[1], parts[2]));
    refusedIn("header", String.join(".", parts[0] + "=", parts[1], parts[2]));
    refusedIn("payload", Tokens.signParts(key, parts[0], parts[1] + "="));
    refusedIn("signature", String.join(".", parts[0], parts[1], parts[2] + "="));
  }

  private void refusedIn(String part, String token) {
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    TrustException refusal = Tokens.refusal(() -> verifier.verify(token, keys, expected));
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal).hasMessageContaining(part);
  }

  @Test
  void verify_keyOfAnother_isUnknown() {
    SigningKey other = Tokens.key(SignatureAlgorithm.ED25519);
    String token = Tokens.sign(other, Tokens.header(other), Tokens.claims(""));
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    assertThat(Tokens.refusal(() -> verifier.verify(token, keys, expected)).reason())
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void verify_boundKeys_areTheSameKeys() {
    JwkSet bound = keys.bind(CryptoProviders.bouncyCastle());
    assertThat(bound.keys()).isEqualTo(keys.keys());
    VerifiedJws jws =
        new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK)
            .verify(token(Tokens.claims("")), bound, expected);
    assertThat(jws.signedBy()).isEqualTo(keys.keys().get(0));
  }

  @Test
  void verify_kidAtTheLengthLimit_isTaken() {
    String kid = "k".repeat(PublicJwk.MAX_KID_LENGTH);
    JwkSet named =
        JwkSet.of(
            List.of(
                PublicJwk.of(
                    JsonObject.builder()
                        .putAll(PublicJwk.of(key.publicKey()).toJson())
                        .put("kid", kid)
                        .build())));
    String header = Tokens.header("Ed25519", Tokens.TYP, kid);
    String token = Tokens.sign(key, header, Tokens.claims(""));
    VerifiedJws jws = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK).verify(token, named, expected);
    assertThat(jws.signedBy().kid()).isEqualTo(kid);
  }

  @Test
  void verify_algorithmTheProfileLeavesOut_isRefused() {
    JwsProfile es256 =
        JwsProfile.typed(Tokens.TYP).algorithms(Set.of(SignatureAlgorithm.ES256)).build();
    JwsVerifier verifier = new JwsVerifier(es256, Tokens.CLOCK);
    String token = token(Tokens.claims(""));
    assertThat(Tokens.refusal(() -> verifier.verify(token, keys, expected)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void verify_headerTheProfileAllows_isTakenAndShown() {
    JwsProfile profile = JwsProfile.typed(Tokens.TYP).header("trust_chain").build();
    String header = Tokens.header(key).replace("}", ",\"trust_chain\":[\"a\"]}");
    String token = Tokens.sign(key, header, Tokens.claims(""));
    VerifiedJws jws = new JwsVerifier(profile, Tokens.CLOCK).verify(token, keys, expected);
    assertThat(jws.header().get("trust_chain")).isPresent();
  }

  @Test
  void verify_typWhereNoneBelongs_isRefused() {
    JwsVerifier untyped = new JwsVerifier(JwsProfile.untyped().build(), Tokens.CLOCK);
    String typed = token(Tokens.claims(""));
    assertThat(Tokens.refusal(() -> untyped.verify(typed, keys, expected)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    String header = "{\"kid\":\"%s\",\"alg\":\"Ed25519\"}".formatted(key.keyId());
    untyped.verify(Tokens.sign(key, header, Tokens.claims("")), keys, expected);
  }

  @Test
  void verifySignatureOnly_anyBytes_givesACopyOfThem() {
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    VerifiedPayload payload = verifier.verifySignatureOnly(token("not JSON"), keys);
    payload.bytes()[0] = 'X';
    assertThat(payload.bytes()).isEqualTo(Tokens.utf8("not JSON"));
    assertThat(payload.signedBy()).isEqualTo(keys.keys().get(0));
    assertThat(payload).hasToString("test+jwt signed by JWK " + key.keyId());
  }

  @Test
  void verify_null_isRefusedAtOnce() {
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    assertThatThrownBy(() -> verifier.verify(null, keys, expected))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> verifier.verify(token("{}"), (JwkSet) null, expected))
        .isInstanceOf(NullPointerException.class);
  }
}
