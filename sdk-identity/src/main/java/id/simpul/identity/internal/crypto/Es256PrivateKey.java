package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
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
 * A P-256 private key that signs ES256. In Bouncy Castle's hands it takes the deterministic nonces
 * of RFC 6979, so that no weak random source at signing time can give the key away. Immutable,
 * thread-safe.
 */
public final class Es256PrivateKey extends LocalSigningKey {
  private static final int ORDER_BITS = 256;

  private final ECPrivateKeyParameters parameters;

  private Es256PrivateKey(
      ECPrivateKeyParameters parameters, LocalVerificationKey publicKey, Signer signer) {
    super(publicKey, signer);
    this.parameters = parameters;
  }

  private static Es256PrivateKey ofScalar(BigInteger scalar) {
    ECPrivateKeyParameters parameters = new ECPrivateKeyParameters(scalar, P256.DOMAIN);
    Es256PublicKey publicKey =
        new Es256PublicKey(
            new FixedPointCombMultiplier().multiply(P256.DOMAIN.getG(), scalar).normalize());
    return new Es256PrivateKey(parameters, publicKey, bouncyCastle(parameters));
  }

  /** FIPS 186-5, appendix A.2.2: candidates are drawn until one lies in 1 to n-1. */
  static Es256PrivateKey generate(SecureRandom random) {
    BigInteger scalar;
    do {
      scalar = BigIntegers.createRandomBigInteger(ORDER_BITS, random);
    } while (!P256.isScalar(scalar));
    return ofScalar(scalar);
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
    return P256.isScalar(d) ? Optional.of(ofScalar(d)) : Optional.empty();
  }

  /** SEC 1, section 2.3.3, uncompressed. */
  byte[] encodedPublicKey() {
    return ((Es256PublicKey) publicKey()).encoded();
  }

  @Override
  Signer bouncyCastle() {
    return bouncyCastle(parameters);
  }

  private static Signer bouncyCastle(ECPrivateKeyParameters parameters) {
    return message -> {
      ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      signer.init(true, parameters);
      BigInteger[] rs = signer.generateSignature(Sha256.digest(message));
      byte[] signature = new byte[SignatureAlgorithm.ES256.signatureLength()];
      BigIntegers.asUnsignedByteArray(rs[0], signature, 0, P256.FIELD_LENGTH);
      BigIntegers.asUnsignedByteArray(rs[1], signature, P256.FIELD_LENGTH, P256.FIELD_LENGTH);
      return signature;
    };
  }

  @Override
  public Es256PrivateKey on(SignatureBackend backend) {
    return new Es256PrivateKey(parameters, publicKey().on(backend), backend.signer(this));
  }

  /** RFC 5915, section 3, with the public key, which other tools expect. */
  @Override
  public byte[] revealPkcs8() {
    DERBitString point = new DERBitString(encodedPublicKey());
    return Pkcs8.write(
        KeyAlgorithms.P256, new ECPrivateKey(ORDER_BITS, parameters.getD(), point, null));
  }
}
