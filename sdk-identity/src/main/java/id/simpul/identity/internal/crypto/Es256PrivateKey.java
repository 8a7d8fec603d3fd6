package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * A P-256 private key that signs ES256 with the deterministic nonces of RFC 6979, so that no weak
 * random source at signing time can give the key away. Immutable, thread-safe.
 */
public final class Es256PrivateKey implements LocalSigningKey {
  private static final int ORDER_BITS = 256;

  private final ECPrivateKeyParameters parameters;
  private final Es256PublicKey publicKey;

  private Es256PrivateKey(BigInteger scalar) {
    parameters = new ECPrivateKeyParameters(scalar, P256.DOMAIN);
    publicKey =
        new Es256PublicKey(
            new FixedPointCombMultiplier().multiply(P256.DOMAIN.getG(), scalar).normalize());
  }

  /** FIPS 186-5, appendix A.2.2: candidates are drawn until one lies in 1 to n-1. */
  static Es256PrivateKey generate(SecureRandom random) {
    BigInteger scalar;
    do {
      scalar = BigIntegers.createRandomBigInteger(ORDER_BITS, random);
    } while (!P256.isScalar(scalar));
    return new Es256PrivateKey(scalar);
  }

  /**
   * The key of a scalar.
   *
   * @param scalar {@code d}, big-endian (RFC 7518, section 6.2.2.1)
   * @return the key, or empty when it is not 32 bytes or not in 1 to n-1
   */
  public static Optional<Es256PrivateKey> of(byte[] scalar) {
    if (scalar.length != P256.FIELD_LENGTH) {
      return Optional.empty();
    }
    BigInteger d = P256.unsigned(scalar, 0);
    return P256.isScalar(d) ? Optional.of(new Es256PrivateKey(d)) : Optional.empty();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ES256;
  }

  @Override
  public VerificationKey publicKey() {
    return publicKey;
  }

  /** SEC 1, section 2.3.3, uncompressed. */
  byte[] encodedPublicKey() {
    return publicKey.point().getEncoded(false);
  }

  @Override
  public byte[] sign(byte[] message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, parameters);
    BigInteger[] rs = signer.generateSignature(Sha256.digest(message));
    byte[] signature = new byte[SignatureAlgorithm.ES256.signatureLength()];
    BigIntegers.asUnsignedByteArray(rs[0], signature, 0, P256.FIELD_LENGTH);
    BigIntegers.asUnsignedByteArray(rs[1], signature, P256.FIELD_LENGTH, P256.FIELD_LENGTH);
    return signature;
  }

  /** RFC 5915, section 3, with the public key, which other tools expect. */
  @Override
  public byte[] revealPkcs8() {
    DERBitString point = new DERBitString(encodedPublicKey());
    return Pkcs8.write(
        Pkcs8.P256_KEY, new ECPrivateKey(ORDER_BITS, parameters.getD(), point, null));
  }

  /** The key id and no secret. */
  @Override
  public String toString() {
    return "ES256 signing key " + keyId();
  }
}
