package id.simpul.identity.internal.crypto;

import id.simpul.identity.TrustException;

/**
 * One library's code for one algorithm. It takes a key in once and gives what works with it; keys
 * are valid and of its algorithm. Immutable, thread-safe.
 */
public sealed interface SignatureBackend permits BouncyCastle, JcaBackend {
  /**
   * Takes a public key in.
   *
   * @param key the key
   * @return what verifies with it, to be kept
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take it
   */
  Verifier verifier(LocalVerificationKey key);

  /**
   * Takes a private key in.
   *
   * @param key the key
   * @return what signs with it, to be kept
   * @throws TrustException {@code KEY_UNUSABLE} when the library does not take it
   */
  Signer signer(LocalSigningKey key);
}
