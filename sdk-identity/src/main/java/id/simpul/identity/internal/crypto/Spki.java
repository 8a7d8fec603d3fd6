package id.simpul.identity.internal.crypto;

import id.simpul.identity.VerificationKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Public keys as SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7). */
public final class Spki {
  private static final byte UNCOMPRESSED = 4;

  private Spki() {}

  /**
   * Reads a public key.
   *
   * @param der the bytes, nothing after them
   * @return the key, or empty when it is none, of another kind than Ed25519, P-256 and ML-DSA-65,
   *     or no valid point
   */
  public static Optional<VerificationKey> read(byte[] der) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
      AlgorithmIdentifier algorithm = info.getAlgorithm();
      byte[] key = info.getPublicKeyData().getOctets();
      if (algorithm.equals(KeyAlgorithms.ED25519)) {
        return Ed25519PublicKey.of(key).map(k -> k);
      }
      if (algorithm.equals(KeyAlgorithms.ML_DSA_65)) {
        return MlDsa65PublicKey.of(key).map(k -> k);
      }
      return algorithm.equals(KeyAlgorithms.P256) ? p256(key) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty(); // the ASN.1 readers throw many unchecked kinds
    }
  }

  /** RFC 5480, section 2.2; compressed points may be refused. */
  private static Optional<VerificationKey> p256(byte[] point) {
    int length = Es256PublicKey.COORDINATE_LENGTH;
    if (point.length != 1 + 2 * length || point[0] != UNCOMPRESSED) {
      return Optional.empty();
    }
    byte[] x = Arrays.copyOfRange(point, 1, 1 + length);
    byte[] y = Arrays.copyOfRange(point, 1 + length, point.length);
    return Es256PublicKey.of(x, y).map(k -> k);
  }
}
