package id.simpul.identity.internal.jose;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.crypto.Ed25519PrivateKey;
import id.simpul.identity.internal.crypto.Ed25519PublicKey;
import id.simpul.identity.internal.crypto.Es256PrivateKey;
import id.simpul.identity.internal.crypto.Es256PublicKey;
import id.simpul.identity.internal.crypto.LocalSigningKey;
import id.simpul.identity.internal.crypto.MlDsa65PrivateKey;
import id.simpul.identity.internal.crypto.MlDsa65PublicKey;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one JSON Web Key (RFC 7517) of a kind we sign with: {@code OKP} with {@code Ed25519} (RFC
 * 8037, section 2), {@code EC} with {@code P-256} (RFC 7518, section 6.2) or {@code AKP} with
 * {@code ML-DSA-65} (RFC 9964, section 3). Members nobody knows are ignored, as RFC 7517, section 4
 * asks.
 */
public final class JwkReader {
  /** Characters of a {@code kid}. */
  public static final int MAX_KID_LENGTH = 128;

  /** Members that hold a secret (RFC 7518, section 6; RFC 8037, section 2; RFC 9964). */
  private static final Set<String> PRIVATE_MEMBERS =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  private static final String LEGACY_EDDSA = "EdDSA";

  private static final String KINDS = "OKP/Ed25519, EC/P-256 and AKP/ML-DSA-65";

  private final JsonObject jwk;
  private final String who;

  /**
   * A reader of one key.
   *
   * @param jwk the key
   * @param who what is read, for messages
   */
  public JwkReader(JsonObject jwk, String who) {
    this.jwk = jwk;
    this.who = who;
  }

  /**
   * The algorithm of the key's type and curve, or of an {@code AKP} key's own {@code alg}.
   *
   * @return the algorithm, or empty when the key is of a kind we do not speak
   * @throws TrustException {@code MALFORMED} when {@code kty} is missing or no string, or {@code
   *     alg} in a key of type {@code AKP}
   */
  public Optional<SignatureAlgorithm> kind() {
    String kty = string("kty").orElseThrow(() -> malformed("is missing", "kty"));
    return switch (kty + " " + string("crv").orElse("")) {
      case "OKP Ed25519" -> Optional.of(SignatureAlgorithm.ED25519);
      case "EC P-256" -> Optional.of(SignatureAlgorithm.ES256);
      default -> kty.equals("AKP") ? akpKind() : Optional.empty();
    };
  }

  /**
   * Whether a set that has this key has it for us: its kind is one we speak, and {@code alg}, when
   * there is one, an algorithm of that kind and no key agreement.
   *
   * @return false when a reader of sets leaves it out (RFC 7517, section 5)
   */
  public boolean isOurs() {
    Optional<String> alg = string("alg");
    return kind().filter(kind -> alg.isEmpty() || isAlgorithm(alg.get(), kind)).isPresent();
  }

  private Optional<SignatureAlgorithm> akpKind() {
    String alg = string("alg").orElseThrow(() -> malformed("is missing", "alg"));
    return Optional.of(SignatureAlgorithm.ML_DSA_65).filter(a -> alg.equals(a.joseName()));
  }

  /**
   * The key id.
   *
   * @return {@code kid}, or empty when it is absent
   * @throws TrustException {@code MALFORMED} when it is empty, too long or no string
   */
  public Optional<String> kid() {
    Optional<String> kid = string("kid");
    if (kid.filter(k -> k.isEmpty() || k.length() > MAX_KID_LENGTH).isPresent()) {
      throw malformed("has 1 to " + MAX_KID_LENGTH + " characters", "kid");
    }
    return kid;
  }

  /**
   * Whether the key may be used in an operation (RFC 7517, sections 4.2 and 4.3).
   *
   * @param operation {@code sign} or {@code verify}
   * @return true when {@code use} is absent or {@code sig}, and {@code key_ops} absent or lists it
   * @throws TrustException {@code MALFORMED} when one of them has another type
   */
  public boolean isFor(String operation) {
    boolean use = string("use").map("sig"::equals).orElse(true);
    JsonValue ops = jwk.members().get("key_ops");
    if (ops == null) {
      return use;
    }
    if (!(ops instanceof JsonArray array)) {
      throw malformed("is not an array", "key_ops");
    }
    return use && array.items().contains(new JsonString(operation));
  }

  /**
   * Checks that no secret travels with a public key.
   *
   * @throws TrustException {@code NOT_ALLOWED} when a private member is there
   */
  public void refusePrivate() {
    for (String member : PRIVATE_MEMBERS) {
      if (jwk.members().containsKey(member)) {
        throw new TrustException(
            Reason.NOT_ALLOWED, who, "a private member stands in a public key", member);
      }
    }
  }

  /**
   * Reads a public key.
   *
   * @return the key
   * @throws TrustException when it is malformed, private, not for verifying or no valid point
   */
  public VerificationKey publicKey() {
    refusePrivate();
    return publicKey("verify");
  }

  private VerificationKey publicKey(String operation) {
    SignatureAlgorithm algorithm =
        kind().orElseThrow(() -> unusable("is none of " + KINDS, "kty, crv, alg"));
    if (!isFor(operation)) {
      throw unusable("is not meant to " + operation, "use, key_ops");
    }
    string("alg").filter(alg -> !isAlgorithm(alg, algorithm)).ifPresent(this::wrongAlgorithm);
    return switch (algorithm) {
      case ED25519 ->
          Ed25519PublicKey.of(bytes("x", Ed25519PublicKey.LENGTH))
              .orElseThrow(() -> unusable("is not a point of prime order on Ed25519", "x"));
      case ES256 ->
          Es256PublicKey.of(
                  bytes("x", Es256PublicKey.COORDINATE_LENGTH),
                  bytes("y", Es256PublicKey.COORDINATE_LENGTH))
              .orElseThrow(() -> unusable("is not a point on P-256", "x, y"));
      case ML_DSA_65 ->
          MlDsa65PublicKey.of(bytes("pub", MlDsa65PublicKey.LENGTH))
              .orElseThrow(() -> unusable("is no public key of ML-DSA-65", "pub"));
    };
  }

  /**
   * Reads a private key (RFC 7518, section 6.2.2; RFC 8037, section 2; RFC 9964, section 4).
   *
   * @return the key
   * @throws TrustException when it is malformed, not for signing or not the public key's own
   */
  public LocalSigningKey privateKey() {
    VerificationKey expected = publicKey("sign");
    LocalSigningKey key =
        switch (expected.algorithm()) {
          case ED25519 ->
              Ed25519PrivateKey.of(bytes("d", Ed25519PublicKey.LENGTH))
                  .orElseThrow(() -> unusable("is no private key", "d"));
          case ES256 ->
              Es256PrivateKey.of(bytes("d", Es256PublicKey.COORDINATE_LENGTH))
                  .orElseThrow(() -> unusable("is no private key", "d"));
          case ML_DSA_65 ->
              MlDsa65PrivateKey.of(bytes("priv", MlDsa65PrivateKey.SEED_LENGTH))
                  .orElseThrow(() -> unusable("is no private key", "priv"));
        };
    if (!key.publicKey().equals(expected)) {
      throw unusable("is not the private half of this public key", "d, priv");
    }
    return key;
  }

  /**
   * Whether an {@code alg} names an algorithm; {@code EdDSA}, deprecated by RFC 9864, is still
   * understood as Ed25519.
   *
   * @param alg the name
   * @param algorithm the algorithm of the key
   * @return true when they agree
   */
  public static boolean isAlgorithm(String alg, SignatureAlgorithm algorithm) {
    return alg.equals(algorithm.joseName())
        || (algorithm == SignatureAlgorithm.ED25519 && alg.equals(LEGACY_EDDSA));
  }

  private Optional<String> string(String member) {
    JsonValue value = jwk.members().get(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    throw malformed("is not a string", member);
  }

  private byte[] bytes(String member, int length) {
    String text = string(member).orElseThrow(() -> malformed("is missing", member));
    return Base64Url.decode(text)
        .filter(bytes -> bytes.length == length)
        .orElseThrow(() -> malformed("is not base64url of " + length + " bytes", member));
  }

  private void wrongAlgorithm(String alg) {
    throw unusable("names another algorithm than the key's", "alg");
  }

  private TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, who, what, where);
  }

  private TrustException unusable(String what, String where) {
    return new TrustException(Reason.KEY_UNUSABLE, who, what, where);
  }
}
