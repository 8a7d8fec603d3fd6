package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwsSignerTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final JsonObject CLAIMS =
      JsonObject.builder().put("iss", Tokens.ISSUER).put("sub", "s").build();

  private static JwsSigner signer(SigningKey key) {
    return new JwsSigner(Tokens.PROFILE, key, Tokens.CLOCK);
  }

  private static VerifiedJws verify(String token, SigningKey key) {
    return new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK)
        .verify(token, Tokens.keysOf(key), ExpectedClaims.issuedBy(Tokens.ISSUER));
  }

  @ParameterizedTest
  @EnumSource
  void sign_eachAlgorithm_isVerified(SignatureAlgorithm algorithm) {
    SigningKey key = Tokens.key(algorithm);
    VerifiedJws jws = verify(signer(key).sign(CLAIMS, MINUTE), key);
    assertThat(jws.subject()).contains("s");
    assertThat(jws.issuedAt()).isEqualTo(Tokens.NOW);
    assertThat(jws.expiresAt()).contains(Tokens.NOW.plus(MINUTE));
  }

  @Test
  void sign_token_hasTheHeaderOfItsProfileInOrder() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    String token = signer(key).sign(CLAIMS, MINUTE);
    String header = token.substring(0, token.indexOf('.'));
    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.US_ASCII))
        .isEqualTo("{\"alg\":\"Ed25519\",\"typ\":\"test+jwt\",\"kid\":\"" + key.keyId() + "\"}");
  }

  @Test
  void sign_withinASecond_cutsToWholeSeconds() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    InstantSource late = InstantSource.fixed(Tokens.NOW.plusMillis(999));
    JwsSigner signer = new JwsSigner(Tokens.PROFILE, key, late);
    VerifiedJws jws = verify(signer.sign(CLAIMS, Duration.ofMillis(1999)), key);
    assertThat(jws.issuedAt()).isEqualTo(Tokens.NOW);
    assertThat(jws.expiresAt()).contains(Tokens.NOW.plusSeconds(1));
  }

  @Test
  void sign_lifetimeAtTheEdgesAndOnePast_isTakenAndRefused() {
    JwsSigner signer = signer(Tokens.key(SignatureAlgorithm.ED25519));
    signer.sign(CLAIMS, Duration.ofSeconds(1));
    signer.sign(CLAIMS, MINUTE);
    for (Duration bad : List.of(Duration.ofMillis(999), MINUTE.plusNanos(1), MINUTE.negated())) {
      assertThatIllegalArgumentException().isThrownBy(() -> signer.sign(CLAIMS, bad));
    }
  }

  @Test
  void sign_timesSetByTheCaller_areRefused() {
    JwsSigner signer = signer(Tokens.key(SignatureAlgorithm.ED25519));
    for (String name : List.of("iat", "exp")) {
      JsonObject claims = JsonObject.builder().put(name, JsonNumber.of(1)).build();
      assertThatIllegalArgumentException().isThrownBy(() -> signer.sign(claims, MINUTE));
    }
  }

  @Test
  void sign_whatNoVerifierWouldTake_isRefused() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    JsonValue deep = JsonArray.EMPTY;
    for (int i = 1; i < JoseJson.MAX_DEPTH; i++) {
      deep = new JsonArray(List.of(deep));
    }
    JsonObject tooDeep = JsonObject.builder().put("a", deep).build();
    assertThat(Tokens.refusal(() -> signer(key).sign(tooDeep, MINUTE)).reason())
        .isEqualTo(Reason.MALFORMED);
    int length = signer(key).sign(CLAIMS, MINUTE).length();
    JwsProfile just = JwsProfile.typed(Tokens.TYP).maxLength(length).build();
    assertThat(new JwsSigner(just, key, Tokens.CLOCK).sign(CLAIMS, MINUTE)).hasSize(length);
    JwsProfile tight = JwsProfile.typed(Tokens.TYP).maxLength(length - 1).build();
    JwsSigner signer = new JwsSigner(tight, key, Tokens.CLOCK);
    assertThat(Tokens.refusal(() -> signer.sign(CLAIMS, MINUTE)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void construct_algorithmTheProfileLeavesOut_isRefused() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    JwsProfile profile =
        JwsProfile.typed(Tokens.TYP).algorithms(Set.of(SignatureAlgorithm.ES256)).build();
    assertThat(Tokens.refusal(() -> new JwsSigner(profile, key, Tokens.CLOCK)).reason())
        .isEqualTo(Reason.KEY_UNUSABLE);
  }

  @ParameterizedTest
  @EnumSource
  void sign_keyInADevice_isVerified(SignatureAlgorithm algorithm) {
    SigningKey device = DeviceKey.generate(algorithm);
    assertThat(verify(signer(device).sign(CLAIMS, MINUTE), device).subject()).contains("s");
  }

  @Test
  void toString_signer_isItsClassAndItsKey() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    assertThat(signer(key)).hasToString("test+jwt signer " + key.keyId());
  }

  @Test
  void sign_deviceThatAnswersInDer_isRefused() {
    SigningKey device = DeviceKey.answeringInDer();
    TrustException refusal = Tokens.refusal(() -> signer(device).sign(CLAIMS, MINUTE));
    assertThat(refusal.reason()).isEqualTo(Reason.KEY_UNUSABLE);
    assertThat(refusal).hasMessageContaining("gave a signature of 7");
  }
}
