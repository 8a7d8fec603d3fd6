package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 public key (RFC 8032, section 5.1). Immutable, thread-safe. */
public final class Ed25519PublicKey implements VerificationKey {
  /** Bytes of the encoded point (RFC 8032, section 5.1.5). */
  public static final int LENGTH = Ed25519.PUBLIC_KEY_SIZE;

  // Kept, so that the point is decompressed once and not at every verification.
  private final Ed25519.PublicPoint point;
  private final String keyId;

  Ed25519PublicKey(Ed25519.PublicPoint point) {
    this.point = point;
    keyId = Thumbprints.ofEd25519(x());
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
    byte[] encoded = new byte[LENGTH];
    Ed25519.encodePublicPoint(point, encoded, 0);
    return encoded;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ED25519;
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    // The length comes first; S < L (RFC 8032, section 5.1.7) is checked by the callee.
    return signature.length == SignatureAlgorithm.ED25519.signatureLength()
        && Ed25519.verify(signature, 0, point, message, 0, message.length);
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
    return "Ed25519 public key " + keyId;
  }
}
