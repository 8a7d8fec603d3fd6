package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicJwkTest {
  private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
  private static final String ED = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final HexFormat HEX = HexFormat.of();

  private static String p256(String x, String y, String more) {
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"%s}".formatted(x, y, more);
  }

  private static String ed25519(String x, String more) {
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"%s}".formatted(x, more);
  }

  private static PublicJwk parse(String json) {
    return PublicJwk.parse(Tokens.utf8(json));
  }

  private static Reason refused(String json) {
    return Tokens.refusal(() -> parse(json)).reason();
  }

  @ParameterizedTest
  @EnumSource
  void parse_whatToJsonGave_isTheSameKey(SignatureAlgorithm algorithm) {
    PublicJwk jwk = PublicJwk.of(Tokens.key(algorithm).publicKey());
    PublicJwk back = PublicJwk.parse(Json.toBytes(jwk.toJson()));
    assertThat(back).isEqualTo(jwk).hasSameHashCodeAs(jwk);
    assertThat(back.kid()).isEqualTo(jwk.key().keyId());
    assertThat(jwk.toJson().get("alg")).contains(new JsonString(algorithm.joseName()));
    assertThat(jwk.toJson().get("use")).contains(new JsonString("sig"));
    PublicJwk other = PublicJwk.of(Tokens.key(algorithm).publicKey());
    assertThat(jwk).isNotEqualTo(other);
    assertThat(jwk.hashCode()).isNotEqualTo(other.hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"use\":\"sig\"",
        ",\"key_ops\":[\"verify\"]",
        ",\"key_ops\":[\"sign\",\"verify\"]",
        ",\"use\":\"sig\",\"key_ops\":[\"verify\"]",
        ",\"unknown\":{\"a\":[1]}"
      })
  void parse_keyThatMayVerify_isTaken(String more) {
    assertThat(parse(p256(X, Y, more)).key().algorithm()).isEqualTo(SignatureAlgorithm.ES256);
    assertThat(parse(ed25519(ED, more)).key().algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
  }

  @Test
  void parse_alg_agreesWithTheKeyOrIsRefused() {
    parse(p256(X, Y, ",\"alg\":\"ES256\""));
    parse(ed25519(ED, ",\"alg\":\"Ed25519\""));
    parse(ed25519(ED, ",\"alg\":\"EdDSA\""));
    for (String alg : List.of("ES224", "ES384", "EdDSA", "Ed25519", "none", "HS256", "es256", "")) {
      assertThat(refused(p256(X, Y, ",\"alg\":\"" + alg + "\""))).isEqualTo(Reason.KEY_UNUSABLE);
    }
    for (String alg : List.of("ES256", "Ed448", "ed25519", "none", "")) {
      assertThat(refused(ed25519(ED, ",\"alg\":\"" + alg + "\""))).isEqualTo(Reason.KEY_UNUSABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"use\":\"enc\"",
        ",\"use\":\"\"",
        ",\"key_ops\":[]",
        ",\"key_ops\":[\"sign\"]",
        ",\"key_ops\":[\"encrypt\"]",
        ",\"use\":\"enc\",\"key_ops\":[\"verify\"]"
      })
  void parse_keyForSomethingElse_isRefused(String more) {
    assertThat(refused(p256(X, Y, more))).isEqualTo(Reason.KEY_UNUSABLE);
    assertThat(refused(ed25519(ED, more))).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"})
  void parse_privateMember_isRefusedAndNotShown(String name) {
    for (String value : List.of("\"planted-secret\"", "null", "[]")) {
      String more = ",\"" + name + "\":" + value;
      assertThat(Tokens.refusal(() -> parse(p256(X, Y, more)), "planted-secret").reason())
          .isEqualTo(Reason.NOT_ALLOWED);
      assertThat(Tokens.refusal(() -> parse(ed25519(ED, more)), "planted-secret").reason())
          .isEqualTo(Reason.NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"use\":1", ",\"use\":null", ",\"key_ops\":\"verify\"", ",\"key_ops\":{}", ",\"alg\":1",
        ",\"kid\":1", ",\"kid\":\"\"", ",\"kid\":null", ",\"kty\":\"EC\"", ",\"a\":1,\"a\":2"
      })
  void parse_memberOfAnotherTypeOrTwice_isRefused(String more) {
    assertThat(refused(p256(X, Y, more))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(ed25519(ED, more))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_kidAtTheLimitAndOnePast_isTakenAndRefused() {
    String kid = "k".repeat(PublicJwk.MAX_KID_LENGTH);
    assertThat(parse(p256(X, Y, ",\"kid\":\"" + kid + "\"")).kid()).isEqualTo(kid);
    assertThat(refused(p256(X, Y, ",\"kid\":\"k" + kid + "\""))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_documentAtTheLimitAndOnePast_isTakenAndRefused() {
    String json = ed25519(ED, "");
    String full = json + " ".repeat(PublicJwk.MAX_BYTES - json.length());
    assertThat(parse(full)).isNotNull();
    assertThat(Tokens.refusal(() -> parse(full + " "))).hasMessageContaining("larger than 8192");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "null",
        "\"x\"",
        "{}",
        "{\"kty\":1}",
        "{\"kty\":null}",
        "{\"crv\":\"P-256\"}"
      })
  void parse_noKey_isRefused(String json) {
    assertThat(refused(json)).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"EC\"}",
        "{\"kty\":\"ec\",\"crv\":\"P-256\"}",
        "{\"kty\":\"OKP\",\"crv\":\"P-256\"}",
        "{\"kty\":\"EC\",\"crv\":\"Ed25519\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-384\"}",
        "{\"kty\":\"EC\",\"crv\":\"secp256k1\"}",
        "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\"}",
        "{\"kty\":\"oct\"}",
        "{\"kty\":\"EC P-256\"}"
      })
  void parse_anotherKind_isRefused(String json) {
    assertThat(refused(json)).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @Test
  void parse_coordinatesNotOf32Bytes_areRefused() {
    byte[] x = Base64Url.decode(X).orElseThrow();
    for (int length : new int[] {0, 1, 31, 33, 64}) {
      String other = Base64Url.encode(java.util.Arrays.copyOf(x, length));
      assertThat(refused(p256(other, Y, ""))).isEqualTo(Reason.MALFORMED);
      assertThat(refused(p256(X, other, ""))).isEqualTo(Reason.MALFORMED);
      assertThat(refused(ed25519(other, ""))).isEqualTo(Reason.MALFORMED);
    }
    String leadingZero = Base64Url.encode(Bytes.concat(new byte[1], x));
    assertThat(refused(p256(leadingZero, Y, ""))).isEqualTo(Reason.MALFORMED);
    for (String bad : List.of(X + "=", X.replace('U', 'V'), X + "\\n", X.replace('b', '+'))) {
      assertThat(refused(p256(bad, Y, ""))).isEqualTo(Reason.MALFORMED);
    }
    assertThat(refused(p256(X, Y, "").replace(",\"y\"", ",\"z\""))).isEqualTo(Reason.MALFORMED);
    assertThat(refused(p256(X, Y, "").replace('"' + X + '"', "1"))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void parse_pointNotOnP256_isRefused() {
    String zero = Base64Url.encode(new byte[32]);
    String prime = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    String ones = hex("ff".repeat(32));
    for (String bad : List.of(zero, prime, ones, Y)) {
      assertThat(refused(p256(bad, Y, ""))).isEqualTo(Reason.KEY_UNUSABLE);
    }
    for (String bad : List.of(zero, prime, ones, X)) {
      assertThat(refused(p256(X, bad, ""))).isEqualTo(Reason.KEY_UNUSABLE);
    }
    assertThat(refused(p256(zero, zero, ""))).isEqualTo(Reason.KEY_UNUSABLE);
  }

  private static String hex(String hex) {
    return Base64Url.encode(HEX.parseHex(hex));
  }

  /** The points of order 1, 2, 4 and 8, each also with its sign bit or y above p. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void parse_weakOrForeignPointOfEd25519_isRefused(String encoded) {
    assertThat(refused(ed25519(hex(encoded), ""))).isEqualTo(Reason.KEY_UNUSABLE);
  }

  /** The base point plus a point of order 8, 4 and 2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "da99e28ba529cdde35a25fba9059e78ecaee239f99755b9b1aa4f65df00803e2",
        "5252cc0a7f208133b620acbd4537eba2a4123bf0a8c2e4f980c3b31bb69765ea",
        "9599999999999999999999999999999999999999999999999999999999999999"
      })
  void parse_pointOfMixedOrder_isRefused(String encoded) {
    assertThat(refused(ed25519(hex(encoded), ""))).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @Test
  void toJson_keyOfAnotherLibrary_isRefused() {
    VerificationKey foreign =
        new VerificationKey() {
          @Override
          public SignatureAlgorithm algorithm() {
            return SignatureAlgorithm.ES256;
          }

          @Override
          public String keyId() {
            return "foreign";
          }

          @Override
          public boolean verify(byte[] message, byte[] signature) {
            return false;
          }
        };
    PublicJwk jwk = PublicJwk.of(foreign);
    assertThat(Tokens.refusal(jwk::toJson).reason()).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @Test
  void toString_key_isItsThumbprint() {
    JsonObject json = parse(ed25519(ED, ",\"kid\":\"planted-kid\"")).toJson();
    assertThat(PublicJwk.of(json)).hasToString("JWK kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @ParameterizedTest
  @EnumSource
  void parsePem_publicHalf_isTheSameKey(SignatureAlgorithm algorithm) {
    SigningKey key = Tokens.key(algorithm);
    String pem = pem(key);
    assertThat(PublicJwk.parsePem(pem)).isEqualTo(PublicJwk.of(key.publicKey()));
    assertThat(PublicJwk.parsePem("\n" + pem.replace("\n", "\r\n")).kid()).isEqualTo(key.keyId());
  }

  @Test
  void parsePem_whatOpensslWrites_isRead() {
    // RFC 8410, section 10.1
    String pem =
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """;
    assertThat(PublicJwk.parsePem(pem).key().algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
  }

  @Test
  void parsePem_anythingElse_isRefused() {
    String good = pem(Tokens.key(SignatureAlgorithm.ES256));
    for (String bad :
        List.of(
            "",
            "x",
            good + good,
            good.replace("PUBLIC", "PRIVATE"),
            good.replace("MFkw", "MFkx"),
            good.replace("MFkwEw", "MFkw"))) {
      assertThat(Tokens.refusal(() -> PublicJwk.parsePem(bad)).reason())
          .isEqualTo(Reason.KEY_UNUSABLE);
    }
    String padded = good + " ".repeat(PublicJwk.MAX_BYTES - good.length());
    PublicJwk.parsePem(padded);
    assertThat(Tokens.refusal(() -> PublicJwk.parsePem(padded + " ")).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  // SubjectPublicKeyInfo, written by hand so that reader and writer do not share a mistake.
  private static String pem(SigningKey key) {
    JsonObject jwk = PublicJwk.of(key.publicKey()).toJson();
    String der =
        switch (key.algorithm()) {
          case ED25519 -> "302a300506032b6570032100" + hex(jwk, "x");
          case ES256 ->
              "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                  + hex(jwk, "x")
                  + hex(jwk, "y");
          case ML_DSA_65 -> "308207b2300b0609608648016503040312038207a100" + hex(jwk, "pub");
        };
    return pem(HEX.parseHex(der));
  }

  private static String hex(JsonObject jwk, String member) {
    String text = ((JsonString) jwk.get(member).orElseThrow()).value();
    return HEX.formatHex(Base64Url.decode(text).orElseThrow());
  }

  private static String pem(byte[] der) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END PUBLIC KEY-----\n";
  }
}
