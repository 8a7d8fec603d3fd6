package id.simpul.identity.jose;

import static id.simpul.identity.jose.Tokens.CLOCK;
import static id.simpul.identity.jose.Tokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of tokens that differ from the usual: in where the key comes from, and in expiry. */
class TokenClassTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final JsonObject EMPTY = JsonObject.builder().build();
  private static final ExpectedClaims NOBODY = ExpectedClaims.withoutIssuer();

  private static final JwsProfile CONTEXT = JwsProfile.typed("kb+jwt").keyOfContext().build();
  private static final JwsProfile EMBEDDED = JwsProfile.typed("proof+jwt").embeddedKey().build();
  private static final JwsProfile AGED =
      JwsProfile.typed("aged+jwt").expiryByAge(MINUTE).leeway(Duration.ofSeconds(5)).build();
  private static final JwsProfile OPTIONAL = JwsProfile.typed("opt+jwt").optionalExpiry().build();

  private final SigningKey key = Tokens.key(SignatureAlgorithm.ES256);
  private final PublicJwk jwk = PublicJwk.of(key.publicKey());

  @Test
  void verify_keyOfContext_needsNoKid() {
    String token = new JwsSigner(CONTEXT, key, CLOCK).sign(EMPTY, MINUTE);
    VerifiedJws jws = new JwsVerifier(CONTEXT, CLOCK).verify(token, jwk, NOBODY);
    assertThat(jws.header().get("kid")).isEmpty();
    assertThat(UnverifiedPeek.of(token, CONTEXT).kid()).isEmpty();
  }

  @Test
  void verify_anotherKeyOfContext_isRefused() {
    String token = new JwsSigner(CONTEXT, key, CLOCK).sign(EMPTY, MINUTE);
    PublicJwk other = PublicJwk.of(Tokens.key(SignatureAlgorithm.ES256).publicKey());
    JwsVerifier verifier = new JwsVerifier(CONTEXT, CLOCK);
    assertThat(Tokens.refusal(() -> verifier.verify(token, other, NOBODY)).reason())
        .isEqualTo(Reason.SIGNATURE_INVALID);
  }

  @Test
  void verify_lookedIntoBefore_isCheckedAsIfItWereNot() {
    JwsVerifier verifier = new JwsVerifier(CONTEXT, CLOCK);
    String token = new JwsSigner(CONTEXT, key, CLOCK).sign(EMPTY, MINUTE);
    VerifiedJws jws = verifier.verify(UnverifiedPeek.of(token, CONTEXT), jwk, NOBODY);
    assertThat(jws.claims()).isEqualTo(verifier.verify(token, jwk, NOBODY).claims());
    assertThat(jws.signedBy()).isEqualTo(jwk);
  }

  @Test
  void verify_lookedIntoBeforeAndWrong_isRefused() {
    String token = new JwsSigner(CONTEXT, key, CLOCK).sign(EMPTY, MINUTE);
    PublicJwk another = PublicJwk.of(Tokens.key(SignatureAlgorithm.ES256).publicKey());
    PublicJwk ofAnotherKind = PublicJwk.of(Tokens.key(SignatureAlgorithm.ED25519).publicKey());
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
    assertThat(refusedPeek(token, another, CLOCK)).isEqualTo(Reason.SIGNATURE_INVALID);
    assertThat(refusedPeek(token, ofAnotherKind, CLOCK)).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(refusedPeek(unsigned, jwk, CLOCK)).isEqualTo(Reason.UNSIGNED);
    InstantSource later = InstantSource.fixed(NOW.plus(MINUTE).plus(CONTEXT.leeway()));
    assertThat(refusedPeek(token, jwk, later)).isEqualTo(Reason.EXPIRED);
  }

  private static Reason refusedPeek(String token, PublicJwk key, InstantSource clock) {
    JwsVerifier verifier = new JwsVerifier(CONTEXT, clock);
    UnverifiedPeek peek = UnverifiedPeek.of(token, CONTEXT);
    return Tokens.refusal(() -> verifier.verify(peek, key, NOBODY)).reason();
  }

  @Test
  void verify_lookedIntoAsAnotherClass_failsLoudly() {
    String token = new JwsSigner(CONTEXT, key, CLOCK).sign(EMPTY, MINUTE);
    JwsProfile loose = JwsProfile.typed("kb+jwt").keyOfContext().optionalExpiry().build();
    UnverifiedPeek peek = UnverifiedPeek.of(token, loose);
    assertThatIllegalStateException()
        .isThrownBy(() -> new JwsVerifier(CONTEXT, CLOCK).verify(peek, jwk, NOBODY));
  }

  @Test
  void verifyEmbedded_ownKey_provesPossession() {
    String token = new JwsSigner(EMBEDDED, key, CLOCK).sign(EMPTY, MINUTE);
    VerifiedJws jws = new JwsVerifier(EMBEDDED, CLOCK).verifyEmbedded(token, NOBODY);
    assertThat(jws.signedBy()).isEqualTo(jwk);
  }

  @Test
  void verifyEmbedded_keyOfAnother_isRefused() {
    String header = "{\"alg\":\"ES256\",\"typ\":\"proof+jwt\",\"jwk\":%s}";
    assertThat(refusedEmbedded(header.formatted(json(Tokens.key(SignatureAlgorithm.ES256)))))
        .isEqualTo(Reason.SIGNATURE_INVALID);
    assertThat(refusedEmbedded(header.formatted("\"x\""))).isEqualTo(Reason.MALFORMED);
    assertThat(refusedEmbedded("{\"alg\":\"ES256\",\"typ\":\"proof+jwt\"}"))
        .isEqualTo(Reason.MALFORMED);
    assertThat(
            refusedEmbedded(
                "{\"alg\":\"ES256\",\"typ\":\"proof+jwt\",\"kid\":\"k\",\"jwk\":%s}"
                    .formatted(json(key))))
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void verifyEmbedded_privateKey_isRefused() {
    String leaked = json(key).replace("}", ",\"d\":\"AAAA\"}");
    String header = "{\"alg\":\"ES256\",\"typ\":\"proof+jwt\",\"jwk\":%s}".formatted(leaked);
    assertThat(refusedEmbedded(header)).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void verify_byAge_isTakenAtTheAgeAndRefusedPastIt() {
    String token = new JwsSigner(AGED, key, CLOCK).sign(EMPTY);
    verifyAged(token, NOW.plus(MINUTE));
    assertThat(Tokens.refusal(() -> verifyAged(token, NOW.plus(MINUTE).plusNanos(1))).reason())
        .isEqualTo(Reason.EXPIRED);
    verifyAged(token, NOW.minusSeconds(5));
    assertThat(Tokens.refusal(() -> verifyAged(token, NOW.minusSeconds(6))).reason())
        .isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void verify_byAgeWithExp_isGoodUntilTheEarlierOfBoth() {
    String later = aged(18_000); // as wallets write it
    verifyAged(later, NOW.plus(MINUTE));
    assertThat(Tokens.refusal(() -> verifyAged(later, NOW.plus(MINUTE).plusNanos(1))).reason())
        .isEqualTo(Reason.EXPIRED);
    String earlier = aged(10);
    verifyAged(earlier, NOW.plusSeconds(15).minusNanos(1));
    assertThat(Tokens.refusal(() -> verifyAged(earlier, NOW.plusSeconds(15))).reason())
        .isEqualTo(Reason.EXPIRED);
  }

  private String aged(long lifetime) {
    String claims =
        "{\"iat\":%d,\"exp\":%d}".formatted(Tokens.NOW_SECONDS, Tokens.NOW_SECONDS + lifetime);
    return Tokens.sign(key, Tokens.header("ES256", "aged+jwt", key.keyId()), claims);
  }

  @Test
  void verify_optionalExpiry_countsWhenItIsThere() {
    JwsSigner signer = new JwsSigner(OPTIONAL, key, CLOCK);
    JwsVerifier later = new JwsVerifier(OPTIONAL, InstantSource.fixed(NOW.plusSeconds(3600)));
    String with = signer.sign(EMPTY, MINUTE);
    assertThat(Tokens.refusal(() -> later.verify(with, Tokens.keysOf(key), NOBODY)).reason())
        .isEqualTo(Reason.EXPIRED);
  }

  @Test
  void verify_optionalExpiryThatIsAbsent_agesUnlessItIsWithoutEnd() {
    JwsProfile ageing = JwsProfile.typed("opt+jwt").maxLifetime(MINUTE).optionalExpiry().build();
    String token = new JwsSigner(ageing, key, CLOCK).sign(EMPTY);
    JwsVerifier inTime = new JwsVerifier(ageing, InstantSource.fixed(NOW.plus(MINUTE)));
    assertThat(inTime.verify(token, Tokens.keysOf(key), NOBODY).expiresAt()).isEmpty();
    JwsVerifier late = new JwsVerifier(ageing, InstantSource.fixed(NOW.plus(MINUTE).plusNanos(1)));
    assertThat(Tokens.refusal(() -> late.verify(token, Tokens.keysOf(key), NOBODY)).reason())
        .isEqualTo(Reason.EXPIRED);
    JwsProfile endless = JwsProfile.typed("opt+jwt").maxLifetime(MINUTE).withoutEnd().build();
    InstantSource years = InstantSource.fixed(NOW.plus(Duration.ofDays(10_000)));
    new JwsVerifier(endless, years).verify(token, Tokens.keysOf(key), NOBODY);
  }

  @Test
  void build_inAnyOrder_allowsOneWayToNameTheKey() {
    for (JwsProfile profile :
        List.of(
            JwsProfile.typed("proof+jwt").embeddedKey().keyOfContext().build(),
            JwsProfile.typed("proof+jwt").keyOfContext().build())) {
      assertThat(profile.allowsHeader("jwk")).isFalse();
      assertThat(profile.allowsHeader("kid")).isTrue();
    }
    for (JwsProfile profile :
        List.of(
            JwsProfile.typed("proof+jwt").keyOfContext().embeddedKey().build(),
            JwsProfile.typed("proof+jwt").embeddedKey().header("kid").build())) {
      assertThat(profile.allowsHeader("jwk")).isTrue();
      assertThat(profile.allowsHeader("kid")).isFalse();
    }
  }

  @Test
  void verify_longHeaderMember_isReadAsFarAsTheProfileLetsStringsGo() {
    JwsProfile profile =
        JwsProfile.typed("long+jwt").maxLength(65_536).maxStringLength(20_000).header("x").build();
    String header = "{\"alg\":\"ES256\",\"typ\":\"long+jwt\",\"kid\":\"%s\",\"x\":\"%s\"}";
    JwsVerifier verifier = new JwsVerifier(profile, CLOCK);
    String claims =
        "{\"iat\":%d,\"exp\":%d}".formatted(Tokens.NOW_SECONDS, Tokens.NOW_SECONDS + 60);
    String longest = Tokens.sign(key, header.formatted(key.keyId(), "x".repeat(20_000)), claims);
    verifier.verify(longest, Tokens.keysOf(key), NOBODY);
    String longer = Tokens.sign(key, header.formatted(key.keyId(), "x".repeat(20_001)), claims);
    assertThat(Tokens.refusal(() -> verifier.verify(longer, Tokens.keysOf(key), NOBODY)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void sign_underAPublishedKid_isFoundInTheSetThatHasIt() {
    JsonObject published =
        JsonObject.builder().putAll(jwk.toJson()).put("kid", "jambi-2026").build();
    JwkSet keys = JwkSet.of(List.of(PublicJwk.of(published)));
    JwsSigner signer = new JwsSigner(Tokens.PROFILE, key, CLOCK);
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, CLOCK);
    verifier.verify(signer.withKeyId("jambi-2026").sign(EMPTY, MINUTE), keys, NOBODY);
    assertThat(
            Tokens.refusal(() -> verifier.verify(signer.sign(EMPTY, MINUTE), keys, NOBODY))
                .reason())
        .isEqualTo(Reason.UNKNOWN_KEY);
    signer.withKeyId("k".repeat(PublicJwk.MAX_KID_LENGTH));
    for (String kid : List.of("", "k".repeat(PublicJwk.MAX_KID_LENGTH + 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> signer.withKeyId(kid));
    }
  }

  @Test
  void sign_claimOfAnotherTypeThanVerifiersTake_isAMistake() {
    JwsSigner signer = new JwsSigner(Tokens.PROFILE, key, CLOCK);
    for (String name : List.of("iss", "sub", "aud", "jti")) {
      JsonObject claims = JsonObject.builder().put(name, JsonNumber.of(1)).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> signer.sign(claims, MINUTE))
          .withMessageContaining(name);
    }
  }

  @Test
  void text_ofAClaim_isTheTextOrNothingAndNeverAnotherType() {
    JsonObject claims =
        JsonObject.builder().put("scope", "a").put("level", JsonNumber.of(1)).build();
    String token = new JwsSigner(Tokens.PROFILE, key, CLOCK).sign(claims, MINUTE);
    VerifiedJws jws =
        new JwsVerifier(Tokens.PROFILE, CLOCK).verify(token, Tokens.keysOf(key), NOBODY);
    assertThat(jws.text("scope")).contains("a");
    assertThat(jws.text("absent")).isEmpty();
    assertThat(Tokens.refusal(() -> jws.text("level")).reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void sign_againstTheProfilesExpiry_isAMistake() {
    JwsSigner aged = new JwsSigner(AGED, key, CLOCK);
    assertThatIllegalStateException().isThrownBy(() -> aged.sign(EMPTY, MINUTE));
    JwsSigner required = new JwsSigner(Tokens.PROFILE, key, CLOCK);
    assertThatIllegalStateException().isThrownBy(() -> required.sign(EMPTY));
  }

  @Test
  void verify_keysFromTheWrongPlace_isAMistake() {
    JwsVerifier context = new JwsVerifier(CONTEXT, CLOCK);
    assertThatIllegalStateException()
        .isThrownBy(() -> context.verify("", Tokens.keysOf(key), NOBODY));
    assertThatIllegalStateException().isThrownBy(() -> context.verifyEmbedded("", NOBODY));
    JwsVerifier usual = new JwsVerifier(Tokens.PROFILE, CLOCK);
    assertThatIllegalStateException().isThrownBy(() -> usual.verify("", jwk, NOBODY));
  }

  @Test
  void verify_issuerThatMayBeAbsent_isStillTheExpectedOneWhenThere() {
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, CLOCK);
    JwsSigner signer = new JwsSigner(Tokens.PROFILE, key, CLOCK);
    ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER).issuerMayBeAbsent();
    verifier.verify(signer.sign(EMPTY, MINUTE), Tokens.keysOf(key), expected);
    String other = signer.sign(JsonObject.builder().put("iss", "https://x").build(), MINUTE);
    assertThat(Tokens.refusal(() -> verifier.verify(other, Tokens.keysOf(key), expected)).reason())
        .isEqualTo(Reason.WRONG_SIGNER);
  }

  @Test
  void maxStringLength_atTheLimit_isReadAndRefusedPastIt() {
    JwsProfile profile = JwsProfile.typed("long+jwt").maxStringLength(20).build();
    JwsSigner signer = new JwsSigner(profile, key, CLOCK);
    JsonObject good = JsonObject.builder().put("list", "x".repeat(20)).build();
    JsonObject bad = JsonObject.builder().put("list", "x".repeat(21)).build();
    new JwsVerifier(profile, CLOCK).verify(signer.sign(good, MINUTE), Tokens.keysOf(key), NOBODY);
    assertThat(Tokens.refusal(() -> signer.sign(bad, MINUTE)).reason()).isEqualTo(Reason.MALFORMED);
    for (int length : new int[] {0, JwsProfile.MAX_LENGTH + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JwsProfile.typed("long+jwt").maxStringLength(length));
    }
  }

  private void verifyAged(String token, Instant now) {
    new JwsVerifier(AGED, InstantSource.fixed(now)).verify(token, Tokens.keysOf(key), NOBODY);
  }

  private Reason refusedEmbedded(String header) {
    String claims =
        "{\"iat\":%d,\"exp\":%d}".formatted(Tokens.NOW_SECONDS, Tokens.NOW_SECONDS + 60);
    String token = Tokens.sign(key, header, claims);
    return Tokens.refusal(() -> new JwsVerifier(EMBEDDED, CLOCK).verifyEmbedded(token, NOBODY))
        .reason();
  }

  private static String json(SigningKey key) {
    return new String(Json.toBytes(PublicJwk.of(key.publicKey()).toJson()), StandardCharsets.UTF_8);
  }
}
