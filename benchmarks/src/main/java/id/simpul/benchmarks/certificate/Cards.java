package id.simpul.benchmarks.certificate;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.HealthCardIssuer;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One issuer, and SMART Health Cards of an invented person that it signed. Immutable. */
final class Cards {
  static final String ISSUER = "https://kartu.kota.contoh.invalid/cards";
  static final Instant NOW = Hcerts.NOW;

  private static final String BUNDLE =
      """
      {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"resource:0","resource":\
      {"resourceType":"Patient","name":[{"family":"Nakalo","given":["Badu"]}],\
      "birthDate":"1980-05-06"}},{"fullUrl":"resource:1","resource":{"resourceType":\
      "Immunization","status":"completed","vaccineCode":{"coding":[{"system":\
      "http://hl7.org/fhir/sid/cvx","code":"207"}]},"patient":{"reference":"resource:0"},\
      "occurrenceDateTime":"2026-01-10","performer":[{"actor":{"display":"Puskesmas Contoh"}}],\
      "lotNumber":"LOT0007"}},{"fullUrl":"resource:2","resource":{"resourceType":\
      "Immunization","status":"completed","vaccineCode":{"coding":[{"system":\
      "http://hl7.org/fhir/sid/cvx","code":"207"}]},"patient":{"reference":"resource:0"},\
      "occurrenceDateTime":"2026-02-07","performer":[{"actor":{"display":"Puskesmas Contoh"}}],\
      "lotNumber":"LOT0011"}}]}\
      """;

  private final Signer signer = new Signer();

  PublicJwk publicKey() {
    return signer.publicKey();
  }

  /** The issuer's key set, as it is served. */
  byte[] jwks() {
    JsonObject key =
        JsonObject.builder()
            .putAll(publicKey().toJson())
            .put("use", "sig")
            .put("alg", "ES256")
            .build();
    return Json.toBytes(JsonObject.builder().put("keys", new JsonArray(List.of(key))).build());
  }

  /** What every contender has to accept. */
  String valid() {
    return HealthCardIssuer.qrText(jws(NOW));
  }

  /** One of next year. */
  String early() {
    return HealthCardIssuer.qrText(jws(NOW.plus(Duration.ofDays(365))));
  }

  /** The same as the first with another character within its signature. */
  String forged() {
    String jws = jws(NOW);
    int at = jws.length() - 20;
    char other = jws.charAt(at) == 'A' ? 'B' : 'A';
    return HealthCardIssuer.qrText(jws.substring(0, at) + other + jws.substring(at + 1));
  }

  /** The same card as a compact JWS. */
  String jws(Instant at) {
    try {
      JsonObject bundle =
          (JsonObject) Json.read(BUNDLE.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
      return new HealthCardIssuer(ISSUER, signer.key(), InstantSource.fixed(at))
          .issue(bundle, List.of("https://smarthealth.cards#immunization"));
    } catch (FormatException e) {
      throw BenchmarkException.setUp("card", "is no JSON", e);
    }
  }
}
