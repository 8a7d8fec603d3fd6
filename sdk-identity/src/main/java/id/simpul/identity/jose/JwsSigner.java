package id.simpul.identity.jose;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.jose.JwsProfile.Expiry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Issues tokens of one class with one key. {@code kid} is the key's thumbprint unless it is
 * {@linkplain #withKeyId given another}, {@code alg} its algorithm. Immutable; as thread-safe, and
 * as quick to answer, as the key.
 */
public final class JwsSigner {
  private static final List<String> ONE_STRING = List.of("iss", "sub", "aud", "jti");
  private static final JsonString EMPTY = new JsonString("");

  private final JwsProfile profile;
  private final SigningKey key;
  private final InstantSource clock;
  private final String encodedHeader;

  /**
   * A signer of one class of tokens.
   *
   * @param profile what they look like
   * @param key signs them, here or in an HSM
   * @param clock says what time it is
   * @throws TrustException {@code KEY_UNUSABLE} when the profile does not allow the key's algorithm
   */
  public JwsSigner(JwsProfile profile, SigningKey key, InstantSource clock) {
    this(profile, key, clock, key.keyId());
  }

  private JwsSigner(JwsProfile profile, SigningKey key, InstantSource clock, String keyId) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.key = Objects.requireNonNull(key, "key");
    this.clock = Objects.requireNonNull(clock, "clock");
    if (!profile.algorithms().contains(key.algorithm())) {
      throw unusable("has an algorithm the profile does not allow");
    }
    JsonObject.Builder header = JsonObject.builder().put("alg", key.algorithm().joseName());
    profile.typ().ifPresent(typ -> header.put("typ", typ));
    switch (profile.keySource()) {
      case KEY_SET -> header.put("kid", keyId);
      case EMBEDDED -> header.put("jwk", PublicJwk.of(key.publicKey()).toJson());
      case CONTEXT -> {}
    }
    encodedHeader = Base64Url.encode(Json.toBytes(header.build()));
  }

  /**
   * This signer under another {@code kid}, for a key whose owner has published it under a name of
   * their own; without this, tokens carry the key's thumbprint.
   *
   * @param kid as in the published key set, 1 to {@link PublicJwk#MAX_KID_LENGTH} characters
   * @return a copy
   */
  public JwsSigner withKeyId(String kid) {
    if (kid.isEmpty() || kid.length() > PublicJwk.MAX_KID_LENGTH) {
      throw new IllegalArgumentException(
          "A kid has 1 to " + PublicJwk.MAX_KID_LENGTH + " characters");
    }
    return new JwsSigner(profile, key, clock, kid);
  }

  /**
   * Issues a token. {@code iat} is now in whole seconds and {@code exp} is {@code lifetime} later;
   * all other claims are the caller's.
   *
   * @param claims the claims, without {@code iat} and {@code exp}
   * @param lifetime a second to {@link JwsProfile#maxLifetime()}, cut to whole seconds
   * @return the compact serialisation
   * @throws TrustException {@code MALFORMED} when the token would pass a limit of its verifiers,
   *     {@code KEY_UNUSABLE} when the key gives no signature of its algorithm's length
   */
  public String sign(JsonObject claims, Duration lifetime) {
    if (profile.expiry() == Expiry.BY_AGE) {
      throw new IllegalStateException(profile + " has no exp");
    }
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(profile.maxLifetime()) > 0) {
      throw new IllegalArgumentException(
          "A lifetime lies between a second and " + profile.maxLifetime());
    }
    long now = clock.instant().getEpochSecond();
    return compact(complete(claims, now).put("exp", JsonNumber.of(now + lifetime.toSeconds())));
  }

  /**
   * Issues a token without {@code exp}, where the profile allows that. {@code iat} is now in whole
   * seconds.
   *
   * @param claims the claims, without {@code iat} and {@code exp}
   * @return the compact serialisation
   * @throws TrustException as {@link #sign(JsonObject, Duration)}
   */
  public String sign(JsonObject claims) {
    if (profile.expiry() == Expiry.REQUIRED) {
      throw new IllegalStateException(profile + " has an exp");
    }
    return compact(complete(claims, clock.instant().getEpochSecond()));
  }

  private static JsonObject.Builder complete(JsonObject claims, long now) {
    if (claims.get("iat").isPresent() || claims.get("exp").isPresent()) {
      throw new IllegalArgumentException("iat and exp are set by the signer");
    }
    for (String name : ONE_STRING) {
      if (claims.members().getOrDefault(name, EMPTY) instanceof JsonString) {
        continue;
      }
      throw new IllegalArgumentException(name + " is one string, or verifiers refuse the token");
    }
    return JsonObject.builder().putAll(claims).put("iat", JsonNumber.of(now));
  }

  private String compact(JsonObject.Builder claims) {
    byte[] payload = Json.toBytes(claims.build());
    // What is too deep or too long for a verifier is found here, and not by the receiver.
    JoseJson.read(payload, profile.maxStringLength(), profile + " payload");
    String input = encodedHeader + "." + Base64Url.encode(payload);
    byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
    if (signature.length != key.algorithm().signatureLength()) {
      throw unusable("gave a signature of " + signature.length + " bytes");
    }
    String token = input + "." + Base64Url.encode(signature);
    if (token.length() > profile.maxLength()) {
      throw new TrustException(
          Reason.MALFORMED,
          profile.toString(),
          "is longer than " + profile.maxLength() + " characters",
          "token");
    }
    return token;
  }

  private TrustException unusable(String what) {
    return new TrustException(Reason.KEY_UNUSABLE, key.keyId(), what, profile.toString());
  }

  /** The class and the key id. */
  @Override
  public String toString() {
    return profile + " signer " + key.keyId();
  }
}
