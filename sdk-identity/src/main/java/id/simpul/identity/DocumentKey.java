package id.simpul.identity;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.DocumentVerifier;
import id.simpul.identity.internal.crypto.DocumentVerifiers;
import id.simpul.identity.internal.crypto.P256DocumentVerifier;
import java.security.PublicKey;

/**
 * The public key of a certificate that others sign documents with. It verifies and nothing else,
 * and it is no {@link VerificationKey}: a profile of tokens cannot be given one, so that RSA and
 * P-384 stay with the documents that need them. Immutable, thread-safe.
 */
public final class DocumentKey {
  /** The smallest modulus of an RSA key in bits. */
  public static final int MIN_RSA_BITS = DocumentVerifiers.MIN_RSA_BITS;

  /** The largest modulus of an RSA key in bits, so that one signature costs a bounded time. */
  public static final int MAX_RSA_BITS = DocumentVerifiers.MAX_RSA_BITS;

  private final DocumentVerifier verifier;

  private DocumentKey(DocumentVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Takes in the key of a certificate.
   *
   * @param key a key that shows its SubjectPublicKeyInfo: EC over the named curves P-256 or P-384
   *     with an uncompressed point, or RSA of {@link #MIN_RSA_BITS} to {@link #MAX_RSA_BITS} bits
   *     whose exponent is 65537 or a greater odd number of at most 64 bits
   * @return the key, which was found valid
   * @throws TrustException {@code KEY_UNUSABLE} when it is any other key
   */
  public static DocumentKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw unusable("does not show its bytes");
    }
    return DocumentVerifiers.read(encoded)
        .map(DocumentKey::new)
        .orElseThrow(() -> unusable("is no valid P-256, P-384 or RSA key of the sizes taken here"));
  }

  private static TrustException unusable(String what) {
    return new TrustException(Reason.KEY_UNUSABLE, "certificate", what, "public key");
  }

  /**
   * What it verifies.
   *
   * @return the one algorithm of this key
   */
  public DocumentAlgorithm algorithm() {
    return verifier.algorithm();
  }

  /**
   * The only length a signature may have: 64 bytes over P-256, 96 over P-384, the length of the
   * modulus with RSA.
   *
   * @return bytes
   */
  public int signatureLength() {
    return verifier.signatureLength();
  }

  /**
   * Verifies a signature. Length and range are checked before any arithmetic.
   *
   * @param message the signed bytes, not changed
   * @param signature the signature, of any length
   * @return true only for a signature by this key over exactly these bytes
   */
  public boolean verify(byte[] message, byte[] signature) {
    return verifier.verify(message, signature);
  }

  /**
   * This key in the hands of a faster library, when it is one that also verifies our own
   * signatures, which keys over P-256 are.
   *
   * @param providers which library computes what
   * @return a copy, or this key
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take the key
   */
  public DocumentKey bind(CryptoProviders providers) {
    return verifier instanceof P256DocumentVerifier p256
        ? new DocumentKey(new P256DocumentVerifier(providers.bind(p256.key())))
        : this;
  }

  @Override
  public String toString() {
    return algorithm() + " document key, signatures of " + signatureLength() + " bytes";
  }
}
