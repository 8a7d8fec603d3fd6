package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Builds status list tokens by hand, good and bad, without the code under test. */
final class StatusTokens {
  static final Instant NOW = Instant.parse("2026-11-02T03:04:05Z");
  static final long NOW_SECONDS = NOW.getEpochSecond();
  static final EntityId ISSUER = new EntityId("https://jambi.example");
  static final URI URI_1 = URI.create("https://jambi.example/status/1");
  static final SigningKey KEY =
      SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  static final JwkSet KEYS = keysOf(KEY);
  static final StatusListSource SOURCE = new StatusListSource(URI_1, ISSUER, KEYS);

  /** Sixteen statuses of one bit, those of the draft's first example. */
  static final String LIST = "{\"bits\":1,\"lst\":\"eNrbuRgAAhcBXQ\"}";

  private StatusTokens() {}

  static JwkSet keysOf(SigningKey key) {
    return JwkSet.of(List.of(PublicJwk.of(key.publicKey())));
  }

  static String header() {
    return header("statuslist+jwt");
  }

  static String header(String typ) {
    return "{\"alg\":\"Ed25519\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(typ, KEY.keyId());
  }

  /** Claims that live for an hour, then what is put over them; a null takes a claim away. */
  static JsonObject claims(JsonObject over) {
    return JsonObject.builder()
        .put("sub", URI_1.toString())
        .put("iat", JsonNumber.of(NOW_SECONDS))
        .put("exp", JsonNumber.of(NOW_SECONDS + 3600))
        .put("ttl", JsonNumber.of(600))
        .put("status_list", json(LIST))
        .putAll(over)
        .build();
  }

  static JsonObject json(String text) {
    try {
      return (JsonObject) Json.read(utf8(text), Limits.DEFAULT);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  static JsonObject without(JsonObject claims, String name) {
    JsonObject.Builder rest = JsonObject.builder();
    claims
        .members()
        .forEach((member, value) -> {
          if (!member.equals(name)) {
            rest.put(member, value);
          }
        });
    return rest.build();
  }

  static String token(JsonObject claims) {
    return sign(KEY, header(), new String(Json.toBytes(claims), StandardCharsets.UTF_8));
  }

  static String token(String over) {
    return token(claims(json(over)));
  }

  static String sign(SigningKey key, String header, String payload) {
    String input = Base64Url.encode(utf8(header)) + "." + Base64Url.encode(utf8(payload));
    return input + "." + Base64Url.encode(key.sign(utf8(input)));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static TrustException refusal(ThrowingCallable call) {
    return catchThrowableOfType(TrustException.class, call);
  }
}
