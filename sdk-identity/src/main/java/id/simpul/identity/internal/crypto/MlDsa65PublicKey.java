package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.util.Optional;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-65 public key (FIPS 204), which verifies signatures over the message itself with the
 * empty context (RFC 9964, section 5). Immutable, thread-safe.
 */
public final class MlDsa65PublicKey extends LocalVerificationKey {
  /** Bytes of the encoded key (FIPS 204, table 2). */
  public static final int LENGTH = 1952;

  private final MLDSAPublicKeyParameters parameters;

  MlDsa65PublicKey(MLDSAPublicKeyParameters parameters) {
    this(parameters, Thumbprints.ofMlDsa65(parameters.getEncoded()), bouncyCastle(parameters));
  }

  private MlDsa65PublicKey(MLDSAPublicKeyParameters parameters, String keyId, Verifier verifier) {
    super(SignatureAlgorithm.ML_DSA_65, keyId, verifier);
    this.parameters = parameters;
  }

  /**
   * The key of its encoding.
   *
   * @param pub the encoded key, of which every value is one (FIPS 204, algorithm 23)
   * @return the key, or empty when it is not {@link #LENGTH} bytes
   */
  public static Optional<MlDsa65PublicKey> of(byte[] pub) {
    return pub.length == LENGTH
        ? Optional.of(
            new MlDsa65PublicKey(new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, pub)))
        : Optional.empty();
  }

  /**
   * The encoded key, {@code pub} in a JWK (RFC 9964, section 5).
   *
   * @return {@link #LENGTH} bytes
   */
  public byte[] pub() {
    return parameters.getEncoded();
  }

  @Override
  byte[] subjectPublicKeyInfo() {
    return KeyAlgorithms.subjectPublicKeyInfo(KeyAlgorithms.ML_DSA_65, pub());
  }

  @Override
  Verifier bouncyCastle() {
    return bouncyCastle(parameters);
  }

  private static Verifier bouncyCastle(MLDSAPublicKeyParameters parameters) {
    return (message, signature) -> {
      MLDSASigner verifier = new MLDSASigner();
      verifier.init(false, parameters);
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    };
  }

  @Override
  public MlDsa65PublicKey on(SignatureBackend backend) {
    return new MlDsa65PublicKey(parameters, keyId(), backend.verifier(this));
  }
}
