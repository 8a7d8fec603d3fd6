package id.simpul.identity.testing;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.SigningKey;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token made by hand, good or bad, without the code under test. Issued when it is asked for. */
public final class Draft {
  private final Map<String, JsonValue> header = new LinkedHashMap<>();
  private final Map<String, JsonValue> claims = new LinkedHashMap<>();
  private final InstantSource clock;
  private Duration age = Duration.ZERO;
  private Duration lifetime = Duration.ofDays(7);
  private SigningKey key;

  /** A draft of a type that a key signs. */
  public Draft(String typ, SigningKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
    header.put("typ", new JsonString(typ));
    names(key);
  }

  private void names(SigningKey signer) {
    header.put("alg", new JsonString(signer.algorithm().joseName()));
    header.put("kid", new JsonString(signer.keyId()));
  }

  /** Sets a claim. */
  public Draft put(String name, JsonValue value) {
    claims.put(name, value);
    return this;
  }

  /** Sets a claim to a string. */
  public Draft put(String name, String value) {
    return put(name, new JsonString(value));
  }

  /** Sets a claim to what a text of JSON says. */
  public Draft putJson(String name, String json) {
    return put(name, json(json));
  }

  /** Sets a claim to strings. */
  public Draft put(String name, List<String> values) {
    return put(name, JsonArray.ofStrings(values));
  }

  /** Sets a claim to public keys. */
  public Draft putKeys(String name, SigningKey... keys) {
    return put(name, jwks(keys));
  }

  /** Takes a claim away; times too, which come back otherwise. */
  public Draft without(String name) {
    claims.put(name, null);
    return this;
  }

  /** Sets a header member, or takes it away for null. */
  public Draft header(String name, JsonValue value) {
    header.put(name, value);
    return this;
  }

  /** Signs with another key, and says so. */
  public Draft signedBy(SigningKey signer) {
    key = signer;
    names(signer);
    return this;
  }

  /** Signs with another key, and does not say so. */
  public Draft forgedBy(SigningKey forger) {
    key = forger;
    return this;
  }

  /** From iat to exp. */
  public Draft lifetime(Duration duration) {
    lifetime = duration;
    return this;
  }

  /** How long ago it was issued. */
  public Draft age(Duration duration) {
    age = duration;
    return this;
  }

  /** The signed token. */
  public String token() {
    long issued = clock.instant().minus(age).getEpochSecond();
    Map<String, JsonValue> all = new LinkedHashMap<>();
    all.put("iat", JsonNumber.of(issued));
    all.put("exp", JsonNumber.of(issued + lifetime.toSeconds()));
    all.putAll(claims);
    String input = encode(header) + "." + encode(all);
    byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64Url.encode(signature);
  }

  private static String encode(Map<String, JsonValue> members) {
    Map<String, JsonValue> present = new LinkedHashMap<>(members);
    present.values().removeIf(value -> value == null);
    return Base64Url.encode(Json.toBytes(new JsonObject(present)));
  }

  /** A set of public keys. */
  public static JsonObject jwks(SigningKey... keys) {
    return JwkSet.of(List.of(keys).stream().map(k -> PublicJwk.of(k.publicKey())).toList())
        .toJson();
  }

  /** What a text of JSON says. */
  public static JsonValue json(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (id.simpul.core.format.FormatException e) {
      throw new AssertionError(e);
    }
  }

  /** What a text of JSON says, which is an object. */
  public static JsonObject object(String text) {
    return (JsonObject) json(text);
  }
}
