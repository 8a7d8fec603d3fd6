package id.simpul.identity.internal.crypto;

import id.simpul.identity.DocumentAlgorithm;

/** Verifies the documents of others with one valid key. Immutable, thread-safe. */
public sealed interface DocumentVerifier
    permits P256DocumentVerifier, P384DocumentVerifier, Ps256DocumentVerifier {
  /**
   * What it verifies.
   *
   * @return the algorithm
   */
  DocumentAlgorithm algorithm();

  /**
   * The only length a signature may have.
   *
   * @return bytes
   */
  int signatureLength();

  /**
   * Verifies a signature. Length and range are checked before any arithmetic.
   *
   * @param message the signed bytes, not changed
   * @param signature the signature, of any length
   * @return true only for a signature by this key over exactly these bytes
   */
  boolean verify(byte[] message, byte[] signature);
}
