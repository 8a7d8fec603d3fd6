package id.simpul.identity.internal.crypto;

import id.simpul.identity.DocumentAlgorithm;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;

/**
 * ES256 over P-256, as we sign it ourselves.
 *
 * @param key the key, in the hands of any library
 */
public record P256DocumentVerifier(VerificationKey key) implements DocumentVerifier {
  @Override
  public DocumentAlgorithm algorithm() {
    return DocumentAlgorithm.ES256;
  }

  @Override
  public int signatureLength() {
    return SignatureAlgorithm.ES256.signatureLength();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return key.verify(message, signature);
  }
}
