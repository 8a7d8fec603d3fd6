package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-65 private key, kept as its seed (RFC 9964, section 4). It signs deterministically
 * (FIPS 204, section 3.4), as the other keys do, so that a known answer can be asked for at every
 * start. Immutable, thread-safe.
 */
public final class MlDsa65PrivateKey implements LocalSigningKey {
  /** Bytes of the seed (FIPS 204, algorithm 1). */
  public static final int SEED_LENGTH = 32;

  private final byte[] seed;
  private final MLDSAPrivateKeyParameters parameters;
  private final MlDsa65PublicKey publicKey;

  private MlDsa65PrivateKey(byte[] seed) {
    this.seed = seed;
    parameters = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed);
    publicKey = new MlDsa65PublicKey(parameters.getPublicKeyParameters());
  }

  static MlDsa65PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return new MlDsa65PrivateKey(seed);
  }

  /**
   * The key of a seed.
   *
   * @param seed the seed, copied
   * @return the key, or empty when it is not {@link #SEED_LENGTH} bytes
   */
  public static Optional<MlDsa65PrivateKey> of(byte[] seed) {
    return seed.length == SEED_LENGTH
        ? Optional.of(new MlDsa65PrivateKey(seed.clone()))
        : Optional.empty();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ML_DSA_65;
  }

  @Override
  public VerificationKey publicKey() {
    return publicKey;
  }

  byte[] encodedPublicKey() {
    return publicKey.pub();
  }

  /** FIPS 204, algorithm 24: what the seed expands to. */
  byte[] expanded() {
    return parameters.getEncoded();
  }

  @Override
  public byte[] sign(byte[] message) {
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, parameters);
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, keyId(), "could not sign", algorithm().joseName(), e);
    }
  }

  /** RFC 9881, section 6: the seed alone, from which everything else follows. */
  @Override
  public byte[] revealPkcs8() {
    return Pkcs8.write(
        Pkcs8.ML_DSA_65_KEY, new DERTaggedObject(false, Pkcs8.SEED_TAG, new DEROctetString(seed)));
  }

  /** The key id and no secret. */
  @Override
  public String toString() {
    return "ML-DSA-65 signing key " + keyId();
  }
}
