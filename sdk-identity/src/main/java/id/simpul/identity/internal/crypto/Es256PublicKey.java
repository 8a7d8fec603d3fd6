package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** A P-256 public key that verifies ES256 (RFC 7518, section 3.4). Immutable, thread-safe. */
public final class Es256PublicKey implements VerificationKey {
  /** Bytes of each coordinate (RFC 7518, section 6.2.1.2). */
  public static final int COORDINATE_LENGTH = P256.FIELD_LENGTH;

  // Kept, because Bouncy Castle hangs the point's precomputed multiples on the point itself.
  private final ECPublicKeyParameters parameters;
  private final String keyId;

  Es256PublicKey(ECPoint point) {
    // The constructor refuses infinity and points off the curve; the cofactor is 1.
    parameters = new ECPublicKeyParameters(point, P256.DOMAIN);
    keyId = Thumbprints.ofP256(x(), y());
  }

  /**
   * The key of a point.
   *
   * @param x the x coordinate, big-endian
   * @param y the y coordinate, big-endian
   * @return the key, or empty when a coordinate is not 32 bytes or the point is not on the curve
   */
  public static Optional<Es256PublicKey> of(byte[] x, byte[] y) {
    if (x.length != COORDINATE_LENGTH || y.length != COORDINATE_LENGTH) {
      return Optional.empty();
    }
    try {
      ECPoint point =
          P256.DOMAIN.getCurve().validatePoint(P256.unsigned(x, 0), P256.unsigned(y, 0));
      return Optional.of(new Es256PublicKey(point));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The x coordinate.
   *
   * @return 32 bytes, big-endian
   */
  public byte[] x() {
    return parameters.getQ().getAffineXCoord().getEncoded();
  }

  /**
   * The y coordinate.
   *
   * @return 32 bytes, big-endian
   */
  public byte[] y() {
    return parameters.getQ().getAffineYCoord().getEncoded();
  }

  ECPoint point() {
    return parameters.getQ();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ES256;
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != SignatureAlgorithm.ES256.signatureLength()) {
      return false;
    }
    var r = P256.unsigned(signature, 0);
    var s = P256.unsigned(signature, P256.FIELD_LENGTH);
    if (!P256.isScalar(r) || !P256.isScalar(s)) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, parameters);
    return verifier.verifySignature(Sha256.digest(message), r, s);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof VerificationKey other && keyId.equals(other.keyId());
  }

  @Override
  public int hashCode() {
    return keyId.hashCode();
  }

  @Override
  public String toString() {
    return "ES256 public key " + keyId;
  }
}
