package id.simpul.identity.jose;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.crypto.Ed25519PublicKey;
import id.simpul.identity.internal.crypto.Es256PublicKey;
import id.simpul.identity.internal.crypto.MlDsa65PublicKey;
import id.simpul.identity.internal.crypto.Pem;
import id.simpul.identity.internal.crypto.Spki;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.internal.jose.JwkReader;
import java.util.Objects;

/**
 * A public signature key as a JSON Web Key (RFC 7517): {@code OKP} with {@code Ed25519}, {@code EC}
 * with {@code P-256} or {@code AKP} with {@code ML-DSA-65} (RFC 9964). Whoever holds one holds a
 * valid key: it was checked when it was read, and once. Immutable, thread-safe, equal by key id and
 * key.
 */
public final class PublicJwk {
  /** The most characters of a {@code kid}. */
  public static final int MAX_KID_LENGTH = JwkReader.MAX_KID_LENGTH;

  /** The largest JSON form in bytes. */
  public static final int MAX_BYTES = 8 * 1024;

  private static final String WHO = "JWK";

  private final String kid;
  private final VerificationKey key;

  private PublicJwk(String kid, VerificationKey key) {
    this.kid = kid;
    this.key = key;
  }

  /**
   * The JWK of a key; its {@code kid} is the key's thumbprint.
   *
   * @param key a key of this library, such as the public half of a signing key
   * @return the JWK
   */
  public static PublicJwk of(VerificationKey key) {
    return new PublicJwk(key.keyId(), key);
  }

  /**
   * Reads one key. Coordinates have exactly 32 bytes (RFC 7518, section 6.2.1.2) and the point is
   * on its curve; {@code pub} has exactly 1,952 bytes; {@code use} is absent or {@code sig}, {@code
   * key_ops} absent or with {@code verify}, {@code alg} the key's own, and absent from curve keys
   * alone (RFC 9964, section 3). A key without {@code kid} goes by its thumbprint.
   *
   * @param json UTF-8
   * @return the key
   * @throws TrustException {@code MALFORMED}, {@code KEY_UNUSABLE}, or {@code NOT_ALLOWED} for a
   *     private key
   */
  public static PublicJwk parse(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new TrustException(
          Reason.MALFORMED, WHO, "is larger than " + MAX_BYTES + " bytes", "JSON");
    }
    return of(JoseJson.read(json, WHO));
  }

  /**
   * Reads a public key in PEM (RFC 7468, section 13), as {@code openssl pkey -pubout} writes it. It
   * goes by its thumbprint.
   *
   * @param text one block, at most {@link #MAX_BYTES} characters
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} when it is no Ed25519, P-256 or ML-DSA-65 key
   */
  public static PublicJwk parsePem(String text) {
    if (text.length() > MAX_BYTES) {
      throw new TrustException(
          Reason.MALFORMED, "PEM", "is larger than " + MAX_BYTES + " characters", "public key");
    }
    return Pem.PUBLIC_KEY
        .read(text)
        .flatMap(Spki::read)
        .map(PublicJwk::of)
        .orElseThrow(() ->
            new TrustException(
                Reason.KEY_UNUSABLE,
                "PEM",
                "is no Ed25519, P-256 or ML-DSA-65 public key",
                "public key"));
  }

  /**
   * Reads one key that is part of a larger document, by the rules of {@link #parse}.
   *
   * @param json the key
   * @return the key
   * @throws TrustException {@code MALFORMED}, {@code KEY_UNUSABLE}, or {@code NOT_ALLOWED} for a
   *     private key
   */
  public static PublicJwk of(JsonObject json) {
    JwkReader reader = new JwkReader(json, WHO);
    VerificationKey key = reader.publicKey();
    return new PublicJwk(reader.kid().orElseGet(key::keyId), key);
  }

  /**
   * This key in the hands of a faster library.
   *
   * @param providers which library computes what
   * @return a copy
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take the key
   */
  public PublicJwk bind(CryptoProviders providers) {
    return new PublicJwk(kid, providers.bind(key));
  }

  /**
   * The name of the key in its set. Chosen by its owner, so good for a look-up in that set and for
   * nothing else.
   *
   * @return 1 to {@link #MAX_KID_LENGTH} characters
   */
  public String kid() {
    return kid;
  }

  /**
   * The key, ready to verify.
   *
   * @return the key; its {@code keyId} is the thumbprint and need not be {@link #kid()}
   */
  public VerificationKey key() {
    return key;
  }

  /**
   * The public members with {@code kid}, {@code alg} and {@code use}.
   *
   * @return the JSON form
   * @throws TrustException {@code KEY_UNUSABLE} when the key is not of this library, so that its
   *     members are not known
   */
  public JsonObject toJson() {
    JsonObject.Builder json = JsonObject.builder();
    if (key instanceof Ed25519PublicKey ed25519) {
      json.put("kty", "OKP").put("crv", "Ed25519").put("x", Base64Url.encode(ed25519.x()));
    } else if (key instanceof Es256PublicKey p256) {
      json.put("kty", "EC").put("crv", "P-256");
      json.put("x", Base64Url.encode(p256.x())).put("y", Base64Url.encode(p256.y()));
    } else if (key instanceof MlDsa65PublicKey mlDsa65) {
      json.put("kty", "AKP").put("pub", Base64Url.encode(mlDsa65.pub()));
    } else {
      throw new TrustException(
          Reason.KEY_UNUSABLE, key.keyId(), "does not show its public members", WHO);
    }
    return json.put("kid", kid).put("alg", key.algorithm().joseName()).put("use", "sig").build();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PublicJwk other && kid.equals(other.kid) && key.equals(other.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kid, key);
  }

  @Override
  public String toString() {
    return "JWK " + key.keyId();
  }
}
