package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Makes cards our issuer would never make. */
final class HealthCardFixture {
  static final String ISSUER = "https://kartu.jambi.example/cards";

  private HealthCardFixture() {}

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static JsonObject json(String text) {
    try {
      return (JsonObject) Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static JsonObject bundle() {
    return json(
        """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"fullUrl":"resource:0","resource":{"resourceType":"Patient","name":[{"family":"Badu"}]}},
          {"fullUrl":"resource:1","resource":{"resourceType":"Immunization"}}]}
        """);
  }

  static String payload() {
    return """
    {"iss":"%s","nbf":%d,"vc":{"type":["https://smarthealth.cards#health-card"],
     "credentialSubject":{"fhirVersion":"4.0.1","fhirBundle":%s}}}
    """
        .formatted(
            ISSUER,
            HcertFixture.NOW.getEpochSecond(),
            new String(Json.toBytes(bundle()), StandardCharsets.UTF_8));
  }

  static String header(SigningKey key) {
    return "{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"" + key.keyId() + "\"}";
  }

  static String jws(SigningKey key, String header, byte[] payload) {
    String input = base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(payload);
    return input + "." + base64(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  static String card(SigningKey key, String payload) {
    return jws(key, header(key), Deflate.RAW.deflate(payload.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] jwks(JsonObject... keys) {
    return Json.toBytes(JsonObject.builder().put("keys", new JsonArray(List.of(keys))).build());
  }

  static JsonObject jwk(SigningKey key) {
    return PublicJwk.of(key.publicKey()).toJson();
  }
}
