package id.simpul.identity.jose;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.internal.jose.JwkReader;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public signature keys of one owner (RFC 7517, section 5), each under a {@code kid} of its own
 * (OpenID Federation 1.1, section 3.1.1). Immutable, thread-safe.
 */
public final class JwkSet {
  /** The most keys in a set, those of other kinds counted too. */
  public static final int MAX_KEYS = 16;

  /** The largest JSON form in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final String WHO = "JWK set";

  private final Map<String, PublicJwk> keys;
  private final Map<String, PublicJwk> names;

  private JwkSet(Map<String, PublicJwk> keys) {
    this(Collections.unmodifiableMap(keys), keys);
  }

  private JwkSet(Map<String, PublicJwk> keys, Map<String, PublicJwk> names) {
    this.keys = keys;
    this.names = Collections.unmodifiableMap(names);
  }

  /**
   * A set of keys at hand.
   *
   * @param keys 1 to {@link #MAX_KEYS} keys with different {@code kid}s
   * @return the set
   * @throws TrustException {@code MALFORMED} when there are none or too many, or two share a {@code
   *     kid}
   */
  public static JwkSet of(Collection<PublicJwk> keys) {
    checkCount(keys.size());
    Map<String, PublicJwk> byKid = new LinkedHashMap<>();
    for (PublicJwk key : keys) {
      if (byKid.put(key.kid(), key) != null) {
        throw malformed("two keys share a kid", "kid");
      }
    }
    return new JwkSet(byKid);
  }

  /**
   * Reads a set. Keys of another type, curve, {@code use} or {@code key_ops} are left out (RFC
   * 7517, section 5); one broken key of our kinds, one private member, or one {@code kid} that is
   * missing or used twice spoils the whole set.
   *
   * @param json UTF-8
   * @return the set, with at least one key
   * @throws TrustException {@code MALFORMED}, {@code KEY_UNUSABLE} when no key is left, or {@code
   *     NOT_ALLOWED} for a private key
   */
  public static JwkSet parse(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw malformed("is larger than " + MAX_BYTES + " bytes", "JSON");
    }
    return of(JoseJson.read(json, WHO));
  }

  /**
   * Reads a set that is part of a larger document, by the rules of {@link #parse}.
   *
   * @param json the set
   * @return the set, with at least one key
   * @throws TrustException {@code MALFORMED}, {@code KEY_UNUSABLE} when no key is left, or {@code
   *     NOT_ALLOWED} for a private key
   */
  public static JwkSet of(JsonObject json) {
    if (!(json.members().get("keys") instanceof JsonArray array)) {
      throw malformed("has no array of keys", "keys");
    }
    checkCount(array.items().size());
    Set<String> kids = new HashSet<>();
    Map<String, PublicJwk> usable = new LinkedHashMap<>();
    for (JsonValue item : array.items()) {
      if (!(item instanceof JsonObject jwk)) {
        throw malformed("a key is not an object", "keys");
      }
      JwkReader reader = new JwkReader(jwk, WHO);
      reader.refusePrivate();
      String kid = reader.kid().orElseThrow(() -> malformed("a key has no kid", "kid"));
      if (!kids.add(kid)) {
        throw malformed("two keys share a kid", "kid");
      }
      if (reader.isOurs() && reader.isFor("verify")) {
        usable.put(kid, PublicJwk.of(jwk));
      }
    }
    if (usable.isEmpty()) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, WHO, "has no Ed25519, P-256 or ML-DSA-65 key that verifies", "keys");
    }
    return new JwkSet(usable);
  }

  private static void checkCount(int count) {
    if (count < 1 || count > MAX_KEYS) {
      throw malformed("has 1 to " + MAX_KEYS + " keys", "keys");
    }
  }

  /**
   * These keys in the hands of a faster library.
   *
   * @param providers which library computes what
   * @return a copy
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take a key
   */
  public JwkSet bind(CryptoProviders providers) {
    return of(keys.values().stream().map(key -> key.bind(providers)).toList());
  }

  /**
   * The same keys, found by their thumbprints as well: for the tokens of signers who name their
   * keys in one way where they publish them and in another where they sign. A name that is the
   * {@code kid} of one key and the thumbprint of another finds neither.
   *
   * @return a copy
   */
  public JwkSet alsoByThumbprint() {
    Map<String, PublicJwk> more = new HashMap<>(keys);
    Set<String> ambiguous = new HashSet<>();
    for (PublicJwk key : keys.values()) {
      PublicJwk other = more.putIfAbsent(key.key().keyId(), key);
      if (other != null && !other.key().equals(key.key())) {
        ambiguous.add(key.key().keyId());
      }
    }
    more.keySet().removeAll(ambiguous);
    return new JwkSet(keys, more);
  }

  /**
   * The key of a name.
   *
   * @param kid the name, from anywhere; it is compared and nothing else
   * @return the key, or empty
   */
  public Optional<PublicJwk> find(String kid) {
    return Optional.ofNullable(names.get(kid));
  }

  /**
   * The keys that can verify.
   *
   * @return 1 to {@link #MAX_KEYS} keys in the order of the document
   */
  public List<PublicJwk> keys() {
    return List.copyOf(keys.values());
  }

  /**
   * The set for publication.
   *
   * @return the JSON form
   * @throws TrustException {@code KEY_UNUSABLE} when a key does not show its public members
   */
  public JsonObject toJson() {
    List<? extends JsonValue> items = keys.values().stream().map(PublicJwk::toJson).toList();
    return JsonObject.builder().put("keys", new JsonArray(List.copyOf(items))).build();
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, WHO, what, where);
  }

  @Override
  public String toString() {
    return "JWK set " + keys.values();
  }
}
