package id.simpul.identity.internal.crypto;

import id.simpul.identity.DocumentAlgorithm;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * ECDSA with SHA-256 over P-384 (FIPS 186-5). Nobody who follows RFC 7518 signs so; RFC 9053,
 * section 2.1 lets COSE do it, and some issuers of health certificates did.
 */
final class P384DocumentVerifier implements DocumentVerifier {
  /** Bytes of a coordinate, and of each half of a signature. */
  static final int FIELD_LENGTH = 48;

  private static final ECDomainParameters DOMAIN = domain();

  private final ECPublicKeyParameters parameters;

  private P384DocumentVerifier(ECPublicKeyParameters parameters) {
    this.parameters = parameters;
  }

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp384r1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /** The verifier of a point, or empty when it is not on the curve; the cofactor is 1. */
  static Optional<DocumentVerifier> of(BigInteger x, BigInteger y) {
    try {
      ECPoint point = DOMAIN.getCurve().validatePoint(x, y);
      return Optional.of(new P384DocumentVerifier(new ECPublicKeyParameters(point, DOMAIN)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public DocumentAlgorithm algorithm() {
    return DocumentAlgorithm.ES256;
  }

  @Override
  public int signatureLength() {
    return 2 * FIELD_LENGTH;
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != signatureLength()) {
      return false;
    }
    BigInteger r = BigIntegers.fromUnsignedByteArray(signature, 0, FIELD_LENGTH);
    BigInteger s = BigIntegers.fromUnsignedByteArray(signature, FIELD_LENGTH, FIELD_LENGTH);
    if (!isScalar(r) || !isScalar(s)) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, parameters);
    return verifier.verifySignature(Sha256.digest(message), r, s);
  }

  private static boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(DOMAIN.getN()) < 0;
  }
}
