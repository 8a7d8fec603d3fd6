package id.simpul.benchmarks.jws;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.jose.PublicJwk;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys as the first of the platform's providers that can makes them. */
public final class PlatformKeys {
  /** What stands before the 32 bytes of an Ed25519 key (RFC 8410, section 4). */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private PlatformKeys() {}

  /**
   * A P-256 key.
   *
   * @param key the key as we have it
   * @return the same key
   */
  public static ECPublicKey of(PublicJwk key) {
    JsonObject jwk = key.toJson();
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point =
          new ECPoint(new BigInteger(1, bytes(jwk, "x")), new BigInteger(1, bytes(jwk, "y")));
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw BenchmarkException.setUp("platform", "does not take a P-256 key", e);
    }
  }

  static PublicKey ofEd25519(PublicJwk key) {
    byte[] x = bytes(key.toJson(), "x");
    byte[] encoded = new byte[ED25519_PREFIX.length + x.length];
    System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
    System.arraycopy(x, 0, encoded, ED25519_PREFIX.length, x.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw BenchmarkException.setUp("platform", "does not take an Ed25519 key", e);
    }
  }

  static byte[] bytes(JsonObject jwk, String member) {
    String text = ((JsonString) jwk.get(member).orElseThrow()).value();
    return Base64.getUrlDecoder().decode(text);
  }
}
