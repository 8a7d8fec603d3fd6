package id.simpul.identity.vectors;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases through the public API, whichever of them the folder holds. */
@Tag("vectors")
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  private final JwsVerifier verifier =
      new JwsVerifier(JwsProfile.untyped().build(), InstantSource.system());

  @Test
  void verify_ed25519_agrees() throws IOException {
    Wycheproof.open("ed25519_test.json")
        .judge((group, test) -> {
          byte[] x = HEX.parseHex(publicKey(group, "pk"));
          return isTaken(jwk("OKP", "Ed25519").put("x", encode(x)), test);
        });
  }

  @Test
  void verify_p256InJoseForm_agrees() throws IOException {
    Wycheproof.open("ecdsa_secp256r1_sha256_p1363_test.json")
        .judge((group, test) -> {
          byte[] point = HEX.parseHex(publicKey(group, "uncompressed"));
          byte[] x = Arrays.copyOfRange(point, 1, 33);
          byte[] y = Arrays.copyOfRange(point, 33, point.length);
          return isTaken(jwk("EC", "P-256").put("x", encode(x)).put("y", encode(y)), test);
        });
  }

  @Test
  void verify_jsonWebSignatures_agrees() throws IOException {
    Wycheproof.open("json_web_signature_test.json")
        .judge((group, test) -> {
          JsonArray keys = new JsonArray(List.of(Wycheproof.key(group)));
          return isTaken(JsonObject.builder().put("keys", keys).build(), test);
        });
  }

  @Test
  void verify_jsonWebKeySets_agrees() throws IOException {
    Wycheproof.open("json_web_key_test.json")
        .judge((group, test) -> isTaken(Wycheproof.key(group), test));
  }

  private static boolean isTaken(JsonObject.Builder jwk, JsonObject test) {
    return PublicJwk.parse(Json.toBytes(jwk.build()))
        .key()
        .verify(
            HEX.parseHex(Wycheproof.text(test, "msg")), HEX.parseHex(Wycheproof.text(test, "sig")));
  }

  private boolean isTaken(JsonObject keys, JsonObject test) {
    String token =
        test.get("jws").orElseThrow() instanceof JsonString compact ? compact.value() : "{}";
    verifier.verifySignatureOnly(token, JwkSet.parse(Json.toBytes(keys)));
    return true;
  }

  private static String publicKey(JsonObject group, String member) {
    return Wycheproof.text((JsonObject) group.get("publicKey").orElseThrow(), member);
  }

  private static JsonObject.Builder jwk(String kty, String crv) {
    return JsonObject.builder().put("kty", kty).put("crv", crv);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
