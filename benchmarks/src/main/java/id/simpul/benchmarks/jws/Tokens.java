package id.simpul.benchmarks.jws;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** One key, and tokens of about 900 characters that it signed. Immutable. */
final class Tokens {
  static final String ISSUER = "https://layanan.kota.contoh.invalid";
  static final String AUDIENCE = "https://simpul.contoh.invalid";
  static final String SUBJECT = "warga-5c1f4ad0b2";
  static final String TYPE = "at+jwt";
  static final Instant NOW = Instant.parse("2026-11-02T01:15:30Z");
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** Where a signature is changed: anywhere inside it. */
  private static final int CHANGED_BYTE = 20;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SigningKey key;

  private Tokens(SigningKey key) {
    this.key = key;
  }

  static Tokens of(SignatureAlgorithm algorithm) {
    return new Tokens(SigningKeys.generate(algorithm, new SecureRandom()));
  }

  SignatureAlgorithm algorithm() {
    return key.algorithm();
  }

  PublicJwk publicKey() {
    return PublicJwk.of(key.publicKey());
  }

  /** What every contender has to accept. */
  String valid() {
    return token(NOW);
  }

  /** The same with one bit of its signature changed. */
  String forged() {
    String token = valid();
    int dot = token.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    signature[CHANGED_BYTE] ^= 1;
    return token.substring(0, dot + 1) + BASE64.encodeToString(signature);
  }

  /** One that was good yesterday. */
  String expired() {
    return token(NOW.minus(Duration.ofDays(1)));
  }

  private String token(Instant issued) {
    // The older name of Ed25519's algorithm, which is the one that every peer knows.
    boolean ed25519 = key.algorithm() == SignatureAlgorithm.ED25519;
    JsonObject header =
        JsonObject.builder()
            .put("alg", ed25519 ? "EdDSA" : key.algorithm().joseName())
            .put("typ", TYPE)
            .put("kid", key.keyId())
            .build();
    String input = encode(header) + "." + encode(claims(issued));
    byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + BASE64.encodeToString(signature);
  }

  private static String encode(JsonObject json) {
    return BASE64.encodeToString(Json.toBytes(json));
  }

  private static JsonObject claims(Instant issued) {
    JsonObject holder =
        JsonObject.builder()
            .put("kty", "OKP")
            .put("crv", "Ed25519")
            .put("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            .build();
    JsonArray roles =
        new JsonArray(
            List.of(
                new JsonString("laporan.baca"),
                new JsonString("laporan.tulis"),
                new JsonString("laporan.tindak-lanjut")));
    return JsonObject.builder()
        .put("iss", ISSUER)
        .put("sub", SUBJECT)
        .put("aud", AUDIENCE)
        .put("iat", JsonNumber.of(issued.getEpochSecond()))
        .put("nbf", JsonNumber.of(issued.getEpochSecond()))
        .put("exp", JsonNumber.of(issued.plus(LIFETIME).getEpochSecond()))
        .put("jti", "b6f9b5b0-50b4-4e52-9d6c-6f4a0a2e1c55")
        .put("client_id", "https://aplikasi.contoh.invalid")
        .put("scope", "laporan dinas:kebersihan wilayah:15.71")
        .put("roles", roles)
        .put("region", "15.71")
        .put("name", "Penguji Layanan Kota Contoh, Bidang Kebersihan")
        .put("cnf", JsonObject.builder().put("jwk", holder).build())
        .build();
  }
}
