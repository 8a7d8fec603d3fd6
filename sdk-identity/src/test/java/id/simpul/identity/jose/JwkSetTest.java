package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {
  private static final String RSA = "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\",\"kid\":\"r\"}";

  private final PublicJwk one = PublicJwk.of(Tokens.key(SignatureAlgorithm.ED25519).publicKey());
  private final PublicJwk two = PublicJwk.of(Tokens.key(SignatureAlgorithm.ES256).publicKey());

  private static String json(PublicJwk jwk) {
    return new String(Json.toBytes(jwk.toJson()), StandardCharsets.UTF_8);
  }

  private static String named(PublicJwk jwk, String kid) {
    String own = ((JsonString) jwk.toJson().get("kid").orElseThrow()).value();
    return json(jwk).replace('"' + own + '"', '"' + kid + '"');
  }

  private static JwkSet parse(String... keys) {
    return JwkSet.parse(Tokens.utf8("{\"keys\":[" + String.join(",", keys) + "]}"));
  }

  private static Reason refused(String... keys) {
    return Tokens.refusal(() -> parse(keys)).reason();
  }

  @Test
  void parse_whatToJsonGave_isTheSameSet() {
    JwkSet set = JwkSet.of(List.of(one, two));
    JwkSet back = JwkSet.parse(Json.toBytes(set.toJson()));
    assertThat(back.keys()).containsExactly(one, two);
    assertThat(back.find(two.kid())).contains(two);
    assertThat(back.find("other")).isEmpty();
    assertThat(set).hasToString("JWK set [" + one + ", " + two + "]");
  }

  @Test
  void find_alsoByThumbprint_findsEitherNameAndNothingAmbiguous() {
    PublicJwk renamed = PublicJwk.parse(Tokens.utf8(named(one, "2026-1")));
    JwkSet plain = JwkSet.of(List.of(renamed, two));
    assertThat(plain.find(one.kid())).isEmpty();
    JwkSet both = plain.alsoByThumbprint();
    assertThat(both.find("2026-1")).contains(renamed);
    assertThat(both.find(one.kid())).contains(renamed);
    assertThat(both.find(two.kid())).contains(two);
    assertThat(both.keys()).containsExactly(renamed, two);

    PublicJwk posing = PublicJwk.parse(Tokens.utf8(named(two, one.kid())));
    PublicJwk again = PublicJwk.parse(Tokens.utf8(named(one, "2026-2")));
    JwkSet ambiguous = JwkSet.of(List.of(posing, renamed, again)).alsoByThumbprint();
    assertThat(ambiguous.find(one.kid())).isEmpty();
    assertThat(ambiguous.find("2026-1")).contains(renamed);
    assertThat(ambiguous.find("2026-2")).contains(again);
    assertThat(ambiguous.find(two.kid())).contains(posing);
  }

  @Test
  void parse_keysOfOtherKindsAndUses_areLeftOut() {
    String encryption = named(two, "e").replace("\"sig\"", "\"enc\"");
    String signing = named(two, "s").replace("\"use\":\"sig\"", "\"key_ops\":[\"sign\"]");
    String p384 = "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"p\"}";
    assertThat(parse(RSA, json(one), encryption, signing, p384).keys()).containsExactly(one);
  }

  @Test
  void parse_noKeyLeft_isRefused() {
    assertThat(refused(RSA)).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @Test
  void parse_kidTwice_isRefusedWhateverTheKeys() {
    assertThat(refused(named(one, "k"), named(two, "k"))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(named(one, "r"), RSA)).isEqualTo(Reason.MALFORMED);
    assertThat(refused(json(one), json(one))).isEqualTo(Reason.MALFORMED);
    assertThat(Tokens.refusal(() -> JwkSet.of(List.of(one, one))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_kidMissing_isRefusedWhateverTheKey() {
    String nameless = json(two).replace("\"kid\"", "\"kid2\"");
    assertThat(refused(json(one), nameless)).isEqualTo(Reason.MALFORMED);
    assertThat(refused(json(one), RSA.replace("\"kid\"", "\"kid2\""))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"oct\",\"kid\":\"o\",\"k\":\"planted-secret\"}",
        "{\"kty\":\"RSA\",\"kid\":\"o\",\"n\":\"AQ\",\"e\":\"AQAB\",\"d\":\"planted-secret\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-521\",\"kid\":\"o\",\"d\":\"planted-secret\"}",
        "{\"kty\":\"AKP\",\"kid\":\"o\",\"priv\":\"planted-secret\"}"
      })
  void parse_privateKeyAmongThem_isRefusedAndNotShown(String secret) {
    assertThat(Tokens.refusal(() -> parse(json(one), secret), "planted-secret").reason())
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void parse_brokenKeyOfOurKind_spoilsTheSet() {
    String broken = named(two, "b").replace("\"y\":\"", "\"y\":\"AAAA");
    assertThat(refused(json(one), broken)).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":null}",
        "{\"keys\":[]}",
        "{\"keys\":[1]}",
        "{\"keys\":[[]]}",
        "{\"keys\":[{}]}",
        "{\"keys\":[],\"keys\":[]}"
      })
  void parse_noSet_isRefused(String json) {
    assertThat(Tokens.refusal(() -> JwkSet.parse(Tokens.utf8(json))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_countAtTheLimitAndOnePast_isTakenAndRefused() {
    List<String> keys = new ArrayList<>();
    List<PublicJwk> jwks = new ArrayList<>();
    for (int i = 0; i < JwkSet.MAX_KEYS; i++) {
      keys.add(named(one, "k" + i));
      jwks.add(PublicJwk.parse(Tokens.utf8(keys.get(i))));
    }
    assertThat(parse(keys.toArray(String[]::new)).keys()).hasSize(JwkSet.MAX_KEYS);
    assertThat(JwkSet.of(jwks).keys()).hasSize(JwkSet.MAX_KEYS);
    keys.add(RSA);
    jwks.add(one);
    assertThat(refused(keys.toArray(String[]::new))).isEqualTo(Reason.MALFORMED);
    assertThat(Tokens.refusal(() -> JwkSet.of(jwks)).reason()).isEqualTo(Reason.MALFORMED);
    assertThat(Tokens.refusal(() -> JwkSet.of(Collections.emptyList())).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_documentAtTheLimitAndOnePast_isTakenAndRefused() {
    String json = "{\"keys\":[" + json(one) + "]}";
    String full = json + " ".repeat(JwkSet.MAX_BYTES - json.length());
    assertThat(JwkSet.parse(Tokens.utf8(full)).keys()).containsExactly(one);
    assertThat(Tokens.refusal(() -> JwkSet.parse(Tokens.utf8(full + " "))))
        .hasMessageContaining("larger than 65536 bytes");
  }

  @Test
  void parse_keyForKeyAgreementWithoutUse_isLeftOut() {
    String agreement =
        named(two, "a")
            .replace("\"ES256\"", "\"ECDH-ES+A256KW\"")
            .replaceFirst(",\"use\":\"sig\"|\"use\":\"sig\",", "");
    assertThat(agreement).contains("ECDH").doesNotContain("use");
    assertThat(parse(json(one), agreement).keys()).containsExactly(one);
  }
}
