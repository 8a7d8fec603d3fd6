package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key (RFC 8032, section 5.1.5). Immutable, thread-safe. */
public final class Ed25519PrivateKey implements LocalSigningKey {
  private final byte[] seed;
  private final byte[] encodedPublicKey;
  private final Ed25519PublicKey publicKey;

  private Ed25519PrivateKey(byte[] seed) {
    this.seed = seed;
    publicKey = new Ed25519PublicKey(Ed25519.generatePublicKey(seed, 0));
    encodedPublicKey = publicKey.x();
  }

  static Ed25519PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    Ed25519.generatePrivateKey(random, seed);
    return new Ed25519PrivateKey(seed);
  }

  /**
   * The key of a seed.
   *
   * @param seed the private key as RFC 8032 defines it, copied
   * @return the key, or empty when it is not 32 bytes
   */
  public static Optional<Ed25519PrivateKey> of(byte[] seed) {
    return seed.length == Ed25519.SECRET_KEY_SIZE
        ? Optional.of(new Ed25519PrivateKey(seed.clone()))
        : Optional.empty();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ED25519;
  }

  @Override
  public VerificationKey publicKey() {
    return publicKey;
  }

  byte[] encodedPublicKey() {
    return encodedPublicKey.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, encodedPublicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  /** RFC 8410, section 7: the seed as an octet string in an octet string. */
  @Override
  public byte[] revealPkcs8() {
    return Pkcs8.write(Pkcs8.ED25519_KEY, new DEROctetString(seed));
  }

  /** The key id and no secret. */
  @Override
  public String toString() {
    return "Ed25519 signing key " + keyId();
  }
}
