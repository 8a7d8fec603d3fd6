package id.simpul.identity.internal.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/** Reads the keys of document signers as SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7). */
public final class DocumentVerifiers {
  /** The smallest modulus; RFC 8230, section 6.1. */
  public static final int MIN_RSA_BITS = 2048;

  /** The largest modulus. */
  public static final int MAX_RSA_BITS = 4096;

  /** The smallest exponent; FIPS 186-5, section A.1.1. */
  static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);

  /** The longest exponent in bits; a long one makes verifying as slow as signing. */
  static final int MAX_EXPONENT_BITS = 64;

  private static final AlgorithmIdentifier P384 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1);
  private static final int SALT_LENGTH = 32;
  private static final byte UNCOMPRESSED = 4;

  private DocumentVerifiers() {}

  /**
   * Reads a key.
   *
   * @param der the bytes, nothing after them
   * @return what verifies with it, or empty when it is no valid P-256, P-384 or RSA key of the
   *     sizes taken here
   */
  public static Optional<DocumentVerifier> read(byte[] der) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
      AlgorithmIdentifier algorithm = info.getAlgorithm();
      if (algorithm.equals(KeyAlgorithms.P256)) {
        return Spki.read(der).map(P256DocumentVerifier::new);
      }
      if (algorithm.equals(P384)) {
        return p384(info.getPublicKeyData().getOctets());
      }
      return isForPs256(algorithm)
          ? rsa(RSAPublicKey.getInstance(info.parsePublicKey()))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // the ASN.1 readers throw many unchecked kinds
    }
  }

  /** SEC 1, section 2.3.4; compressed points may be refused (RFC 5480, section 2.2). */
  private static Optional<DocumentVerifier> p384(byte[] point) {
    int length = P384DocumentVerifier.FIELD_LENGTH;
    if (point.length != 1 + 2 * length || point[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    return P384DocumentVerifier.of(
        BigIntegers.fromUnsignedByteArray(point, 1, length),
        BigIntegers.fromUnsignedByteArray(point, 1 + length, length));
  }

  /** RFC 4055, sections 1.2 and 3.1: any RSA key, or one for PSS whose parameters are ours. */
  private static boolean isForPs256(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return true;
    }
    ASN1Encodable parameters = algorithm.getParameters();
    return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        && (parameters == null || isPs256(RSASSAPSSparams.getInstance(parameters)));
  }

  private static boolean isPs256(RSASSAPSSparams parameters) {
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    return isSha256(parameters.getHashAlgorithm())
        && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
        && isSha256(AlgorithmIdentifier.getInstance(mask.getParameters()))
        && parameters.getSaltLength().intValueExact() == SALT_LENGTH;
  }

  private static boolean isSha256(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256);
  }

  private static Optional<DocumentVerifier> rsa(RSAPublicKey key) {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    boolean taken =
        modulus.signum() > 0
            && modulus.bitLength() >= MIN_RSA_BITS
            && modulus.bitLength() <= MAX_RSA_BITS
            && exponent.compareTo(MIN_EXPONENT) >= 0
            && exponent.bitLength() <= MAX_EXPONENT_BITS;
    // The constructor refuses an even exponent, and a modulus that is even or prime.
    return taken
        ? Optional.of(new Ps256DocumentVerifier(new RSAKeyParameters(false, modulus, exponent)))
        : Optional.empty();
  }
}
