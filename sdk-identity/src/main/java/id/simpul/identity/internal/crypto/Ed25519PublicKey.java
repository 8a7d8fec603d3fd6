package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 public key (RFC 8032, section 5.1). Immutable, thread-safe. */
public final class Ed25519PublicKey extends LocalVerificationKey {
  /** Bytes of the encoded point (RFC 8032, section 5.1.5). */
  public static final int LENGTH = Ed25519.PUBLIC_KEY_SIZE;

  // Kept, so that the point is decompressed once and not at every verification.
  private final Ed25519.PublicPoint point;

  Ed25519PublicKey(Ed25519.PublicPoint point) {
    this(point, Thumbprints.ofEd25519(encode(point)), bouncyCastle(point));
  }

  private Ed25519PublicKey(Ed25519.PublicPoint point, String keyId, Verifier verifier) {
    super(SignatureAlgorithm.ED25519, keyId, verifier);
    this.point = point;
  }

  /**
   * The key of an encoded point.
   *
   * @param x the encoded point
   * @return the key, or empty when it is not 32 bytes, not canonical, not on the curve, or not in
   *     the subgroup of prime order
   */
  public static Optional<Ed25519PublicKey> of(byte[] x) {
    if (x.length != LENGTH) {
      return Optional.empty();
    }
    return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(x, 0))
        .map(Ed25519PublicKey::new);
  }

  /**
   * The encoded point, {@code x} in a JWK (RFC 8037, section 2).
   *
   * @return 32 bytes
   */
  public byte[] x() {
    return encode(point);
  }

  private static byte[] encode(Ed25519.PublicPoint point) {
    byte[] encoded = new byte[LENGTH];
    Ed25519.encodePublicPoint(point, encoded, 0);
    return encoded;
  }

  @Override
  byte[] subjectPublicKeyInfo() {
    return KeyAlgorithms.subjectPublicKeyInfo(KeyAlgorithms.ED25519, x());
  }

  @Override
  Verifier bouncyCastle() {
    return bouncyCastle(point);
  }

  private static Verifier bouncyCastle(Ed25519.PublicPoint point) {
    // S < L (RFC 8032, section 5.1.7) is checked by the callee.
    return (message, signature) -> Ed25519.verify(signature, 0, point, message, 0, message.length);
  }

  @Override
  public Ed25519PublicKey on(SignatureBackend backend) {
    return new Ed25519PublicKey(point, keyId(), backend.verifier(this));
  }
}
