package id.simpul.identity.internal.crypto;

/**
 * Bouncy Castle's lightweight code, for every algorithm. Always there, in plain Java, and what
 * other libraries are measured against.
 */
public record BouncyCastle() implements SignatureBackend {
  @Override
  public Verifier verifier(LocalVerificationKey key) {
    return key.bouncyCastle();
  }

  @Override
  public Signer signer(LocalSigningKey key) {
    return key.bouncyCastle();
  }
}
