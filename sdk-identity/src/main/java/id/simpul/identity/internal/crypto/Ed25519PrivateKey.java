package id.simpul.identity.internal.crypto;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key (RFC 8032, section 5.1.5). Immutable, thread-safe. */
public final class Ed25519PrivateKey extends LocalSigningKey {
  private final byte[] seed;

  private Ed25519PrivateKey(byte[] seed, Ed25519PublicKey publicKey) {
    this(seed, publicKey, bouncyCastle(seed, publicKey.x()));
  }

  private Ed25519PrivateKey(byte[] seed, LocalVerificationKey publicKey, Signer signer) {
    super(publicKey, signer);
    this.seed = seed;
  }

  private static Ed25519PrivateKey ofOwn(byte[] seed) {
    return new Ed25519PrivateKey(seed, new Ed25519PublicKey(Ed25519.generatePublicKey(seed, 0)));
  }

  static Ed25519PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    Ed25519.generatePrivateKey(random, seed);
    return ofOwn(seed);
  }

  /**
   * The key of a seed.
   *
   * @param seed the private key as RFC 8032 defines it, copied
   * @return the key, or empty when it is not 32 bytes
   */
  public static Optional<Ed25519PrivateKey> of(byte[] seed) {
    return seed.length == Ed25519.SECRET_KEY_SIZE
        ? Optional.of(ofOwn(seed.clone()))
        : Optional.empty();
  }

  byte[] encodedPublicKey() {
    return ((Ed25519PublicKey) publicKey()).x();
  }

  @Override
  Signer bouncyCastle() {
    return bouncyCastle(seed, encodedPublicKey());
  }

  private static Signer bouncyCastle(byte[] seed, byte[] encodedPublicKey) {
    return message -> {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, encodedPublicKey, 0, message, 0, message.length, signature, 0);
      return signature;
    };
  }

  @Override
  public Ed25519PrivateKey on(SignatureBackend backend) {
    return new Ed25519PrivateKey(seed, publicKey().on(backend), backend.signer(this));
  }

  /** RFC 8410, section 7: the seed as an octet string in an octet string. */
  @Override
  public byte[] revealPkcs8() {
    return Pkcs8.write(KeyAlgorithms.ED25519, new DEROctetString(seed));
  }
}
