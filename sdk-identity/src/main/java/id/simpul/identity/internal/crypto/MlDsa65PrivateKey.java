package id.simpul.identity.internal.crypto;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-65 private key, kept as its seed (RFC 9964, section 4). In Bouncy Castle's hands it
 * signs deterministically (FIPS 204, section 3.4), as the other keys do, so that a known answer can
 * be asked for at every start. Immutable, thread-safe.
 */
public final class MlDsa65PrivateKey extends LocalSigningKey {
  /** Bytes of the seed (FIPS 204, algorithm 1). */
  public static final int SEED_LENGTH = 32;

  private final byte[] seed;
  private final MLDSAPrivateKeyParameters parameters;

  private MlDsa65PrivateKey(
      byte[] seed,
      MLDSAPrivateKeyParameters parameters,
      LocalVerificationKey publicKey,
      Signer signer) {
    super(publicKey, signer);
    this.seed = seed;
    this.parameters = parameters;
  }

  private static MlDsa65PrivateKey ofOwn(byte[] seed) {
    var parameters = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed);
    MlDsa65PublicKey publicKey = new MlDsa65PublicKey(parameters.getPublicKeyParameters());
    return new MlDsa65PrivateKey(seed, parameters, publicKey, bouncyCastle(parameters));
  }

  static MlDsa65PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return ofOwn(seed);
  }

  /**
   * The key of a seed.
   *
   * @param seed the seed, copied
   * @return the key, or empty when it is not {@link #SEED_LENGTH} bytes
   */
  public static Optional<MlDsa65PrivateKey> of(byte[] seed) {
    return seed.length == SEED_LENGTH ? Optional.of(ofOwn(seed.clone())) : Optional.empty();
  }

  byte[] encodedPublicKey() {
    return ((MlDsa65PublicKey) publicKey()).pub();
  }

  /** FIPS 204, algorithm 24: what the seed expands to. */
  byte[] expanded() {
    return parameters.getEncoded();
  }

  @Override
  Signer bouncyCastle() {
    return bouncyCastle(parameters);
  }

  private static Signer bouncyCastle(MLDSAPrivateKeyParameters parameters) {
    return message -> {
      MLDSASigner signer = new MLDSASigner();
      signer.init(true, parameters);
      signer.update(message, 0, message.length);
      try {
        return signer.generateSignature();
      } catch (CryptoException e) {
        throw new TrustException(
            Reason.KEY_UNUSABLE, "ML-DSA-65 key", "could not sign", "signature", e);
      }
    };
  }

  @Override
  public MlDsa65PrivateKey on(SignatureBackend backend) {
    return new MlDsa65PrivateKey(seed, parameters, publicKey().on(backend), backend.signer(this));
  }

  /** RFC 9881, section 6: the seed alone, from which everything else follows. */
  @Override
  public byte[] revealPkcs8() {
    return Pkcs8.write(
        KeyAlgorithms.ML_DSA_65,
        new DERTaggedObject(false, Pkcs8.SEED_TAG, new DEROctetString(seed)));
  }
}
