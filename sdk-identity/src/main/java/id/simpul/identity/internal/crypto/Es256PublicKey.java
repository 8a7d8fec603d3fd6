package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** A P-256 public key that verifies ES256 (RFC 7518, section 3.4). Immutable, thread-safe. */
public final class Es256PublicKey extends LocalVerificationKey {
  /** Bytes of each coordinate (RFC 7518, section 6.2.1.2). */
  public static final int COORDINATE_LENGTH = P256.FIELD_LENGTH;

  // Kept, because Bouncy Castle hangs the point's precomputed multiples on the point itself.
  private final ECPublicKeyParameters parameters;

  Es256PublicKey(ECPoint point) {
    // The constructor refuses infinity and points off the curve; the cofactor is 1.
    this(new ECPublicKeyParameters(point, P256.DOMAIN));
  }

  private Es256PublicKey(ECPublicKeyParameters parameters) {
    this(
        parameters,
        Thumbprints.ofP256(x(parameters.getQ()), y(parameters.getQ())),
        bouncyCastle(parameters));
  }

  private Es256PublicKey(ECPublicKeyParameters parameters, String keyId, Verifier verifier) {
    super(SignatureAlgorithm.ES256, keyId, verifier);
    this.parameters = parameters;
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
    return x(parameters.getQ());
  }

  /**
   * The y coordinate.
   *
   * @return 32 bytes, big-endian
   */
  public byte[] y() {
    return y(parameters.getQ());
  }

  private static byte[] x(ECPoint point) {
    return point.getAffineXCoord().getEncoded();
  }

  private static byte[] y(ECPoint point) {
    return point.getAffineYCoord().getEncoded();
  }

  /** SEC 1, section 2.3.3, uncompressed. */
  byte[] encoded() {
    return parameters.getQ().getEncoded(false);
  }

  @Override
  byte[] subjectPublicKeyInfo() {
    return KeyAlgorithms.subjectPublicKeyInfo(KeyAlgorithms.P256, encoded());
  }

  /** Zeros are what CVE-2022-21449 was about. */
  @Override
  boolean isInRange(byte[] signature) {
    return P256.isScalar(signature, 0) && P256.isScalar(signature, P256.FIELD_LENGTH);
  }

  @Override
  Verifier bouncyCastle() {
    return bouncyCastle(parameters);
  }

  private static Verifier bouncyCastle(ECPublicKeyParameters parameters) {
    return (message, signature) -> {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, parameters);
      return verifier.verifySignature(
          Sha256.digest(message),
          P256.unsigned(signature, 0),
          P256.unsigned(signature, P256.FIELD_LENGTH));
    };
  }

  @Override
  public Es256PublicKey on(SignatureBackend backend) {
    return new Es256PublicKey(parameters, keyId(), backend.verifier(this));
  }
}
