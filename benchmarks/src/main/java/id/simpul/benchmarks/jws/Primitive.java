package id.simpul.benchmarks.jws;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The arithmetic of one token's signature and its digest, and nothing else: the key is taken in
 * once, and bytes are at hand.
 */
public final class Primitive {
  private static final int HALF = 32;

  private final PublicJwk key;
  private final byte[] input;
  private final byte[] signature;

  private Primitive(PublicJwk key, byte[] input, byte[] signature) {
    this.key = key;
    this.input = input;
    this.signature = signature;
  }

  /**
   * The verification of one token.
   *
   * @param crypto who does it
   * @param key the key it is signed with
   * @param token a compact JWS with a good signature
   * @return verifies it once
   * @throws GeneralSecurityException when the provider does not take the key
   */
  public static Callable<?> of(Crypto crypto, PublicJwk key, String token)
      throws GeneralSecurityException {
    int dot = token.lastIndexOf('.');
    return of(
        crypto,
        key,
        token.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
        Base64.getUrlDecoder().decode(token.substring(dot + 1)));
  }

  /**
   * The verification of one signature over some bytes.
   *
   * @param crypto who does it
   * @param key the key it is signed with
   * @param input what is signed, not changed
   * @param signature the signature as JOSE and COSE have it, not changed
   * @return verifies it once
   * @throws GeneralSecurityException when the provider does not take the key
   */
  public static Callable<?> of(Crypto crypto, PublicJwk key, byte[] input, byte[] signature)
      throws GeneralSecurityException {
    Primitive primitive = new Primitive(key, input, signature);
    boolean ed25519 = key.key().algorithm() == SignatureAlgorithm.ED25519;
    Callable<Boolean> verification;
    if (crypto != Crypto.BOUNCY_CASTLE) {
      verification = ed25519 ? primitive.platformEd25519() : primitive.platformEs256();
    } else {
      verification = ed25519 ? primitive.bouncyCastleEd25519() : primitive.bouncyCastleEs256();
    }
    return () -> {
      if (!verification.call()) {
        throw BenchmarkException.invalid("primitive", "does not verify a signature");
      }
      return true;
    };
  }

  private Callable<Boolean> platformEs256() throws GeneralSecurityException {
    return platform("SHA256withECDSAinP1363Format", PlatformKeys.of(key));
  }

  private Callable<Boolean> platformEd25519() throws GeneralSecurityException {
    return platform("EdDSA", PlatformKeys.ofEd25519(key));
  }

  /** The first of the platform's providers that knows the algorithm. */
  private Callable<Boolean> platform(String name, PublicKey platformKey)
      throws GeneralSecurityException {
    Signature engine = Signature.getInstance(name);
    engine.initVerify(platformKey);
    return () -> {
      engine.update(input);
      return engine.verify(signature);
    };
  }

  private Callable<Boolean> bouncyCastleEs256() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    ECDomainParameters domain =
        new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    var point =
        curve
            .getCurve()
            .createPoint(
                new BigInteger(1, PlatformKeys.bytes(key.toJson(), "x")),
                new BigInteger(1, PlatformKeys.bytes(key.toJson(), "y")));
    ECPublicKeyParameters parameters = new ECPublicKeyParameters(point, domain);
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, HALF));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
    return () -> {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, parameters);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
      return verifier.verifySignature(digest, r, s);
    };
  }

  private Callable<Boolean> bouncyCastleEd25519() {
    Ed25519.PublicPoint point =
        Ed25519.validatePublicKeyPartialExport(PlatformKeys.bytes(key.toJson(), "x"), 0);
    return () -> Ed25519.verify(signature, 0, point, input, 0, input.length);
  }
}
