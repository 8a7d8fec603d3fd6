package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of type AKP (RFC 9964, section 3), which name their algorithm themselves. */
class AkpJwkTest {
  private final SigningKey key = Tokens.key(SignatureAlgorithm.ML_DSA_65);
  private final JsonObject json = PublicJwk.of(key.publicKey()).toJson();
  private final String pub = ((JsonString) json.get("pub").orElseThrow()).value();

  private static String akp(String members) {
    return "{\"kty\":\"AKP\"" + members + "}";
  }

  private static String member(String name, String value) {
    return ",\"" + name + "\":\"" + value + "\"";
  }

  private String good(String more) {
    return akp(member("alg", "ML-DSA-65") + member("pub", pub) + more);
  }

  private static Reason refused(String text) {
    return Tokens.refusal(() -> PublicJwk.parse(Tokens.utf8(text))).reason();
  }

  @Test
  void toJson_key_hasTheMembersOfItsType() {
    assertThat(new String(Json.toBytes(json), StandardCharsets.UTF_8))
        .isEqualTo(
            akp(
                member("pub", pub)
                    + member("kid", key.keyId())
                    + member("alg", "ML-DSA-65")
                    + member("use", "sig")));
    assertThat(Base64Url.decode(pub).orElseThrow()).hasSize(1952);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"crv\":\"P-256\"", ",\"x\":\"AA\"", ",\"use\":\"sig\""})
  void parse_key_isTaken(String more) {
    PublicJwk jwk = PublicJwk.parse(Tokens.utf8(good(more)));
    assertThat(jwk.key()).isEqualTo(key.publicKey());
    assertThat(jwk.key().algorithm()).isEqualTo(SignatureAlgorithm.ML_DSA_65);
  }

  @Test
  void parse_withoutAlg_isRefused() {
    assertThat(refused(akp(member("pub", pub)))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(akp(",\"alg\":null" + member("pub", pub)))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ML-DSA-44", "ML-DSA-87", "ml-dsa-65", "ES256", "none", "", "SLH-DSA"})
  void parse_anotherAlg_isRefused(String alg) {
    assertThat(refused(akp(member("alg", alg) + member("pub", pub))))
        .isEqualTo(Reason.KEY_UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 1312, 1951, 1953, 2592})
  void parse_pubOfAnotherLength_isRefused(int length) {
    byte[] bytes = Arrays.copyOf(Base64Url.decode(pub).orElseThrow(), length);
    String other = member("alg", "ML-DSA-65") + member("pub", Base64Url.encode(bytes));
    assertThat(refused(akp(other))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_withoutPub_isRefused() {
    assertThat(refused(akp(member("alg", "ML-DSA-65")))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_privateKey_isRefusedAndNotShown() {
    assertThat(
            Tokens.refusal(
                    () -> PublicJwk.parse(Tokens.utf8(good(member("priv", "planted-seed")))),
                    "planted-seed")
                .reason())
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void parseSet_otherAkpKeys_areLeftOut() {
    String foreign = akp(member("alg", "ML-DSA-44") + member("pub", "AA") + member("kid", "a"));
    String set = "{\"keys\":[" + foreign + "," + good(member("kid", "b")) + "]}";
    assertThat(JwkSet.parse(Tokens.utf8(set)).keys())
        .extracting(PublicJwk::kid)
        .containsExactly("b");
  }

  @Test
  void parseSet_akpKeyWithoutAlg_spoilsTheSet() {
    String bad = akp(member("pub", pub) + member("kid", "a"));
    String set = "{\"keys\":[" + bad + "," + good(member("kid", "b")) + "]}";
    assertThat(Tokens.refusal(() -> JwkSet.parse(Tokens.utf8(set))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  /** 3,309 bytes are 4,412 characters, which the default length of a token has room for. */
  @Test
  void sign_tokenOfTheDefaultProfile_fits() {
    JsonObject claims = JsonObject.builder().put("iss", Tokens.ISSUER).build();
    String token =
        new JwsSigner(Tokens.PROFILE, key, Tokens.CLOCK).sign(claims, Duration.ofMinutes(1));
    assertThat(token.substring(token.lastIndexOf('.') + 1)).hasSize(4412);
    assertThat(token.length()).isLessThan(JwsProfile.DEFAULT_MAX_LENGTH / 2);
  }

  /**
   * A token that carries its key needs room for both: 2,603 characters twice encoded, and 4,412.
   */
  @Test
  void sign_embeddedKeyInTheDefaultProfile_fits() {
    JwsProfile profile = JwsProfile.typed("proof+jwt").embeddedKey().build();
    String token =
        new JwsSigner(profile, key, Tokens.CLOCK)
            .sign(JsonObject.builder().build(), Duration.ofMinutes(1));
    VerifiedJws jws =
        new JwsVerifier(profile, Tokens.CLOCK)
            .verifyEmbedded(token, ExpectedClaims.withoutIssuer());
    assertThat(jws.signedBy().key()).isEqualTo(key.publicKey());
  }
}
