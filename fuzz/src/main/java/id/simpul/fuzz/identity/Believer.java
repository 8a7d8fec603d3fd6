package id.simpul.fuzz.identity;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;

/**
 * A key to which every signature is good, so that the fuzzer gets past the signature to everything
 * that is read only then.
 *
 * @param algorithm its algorithm
 */
record Believer(SignatureAlgorithm algorithm) implements VerificationKey {
  @Override
  public String keyId() {
    return "key-" + algorithm.joseName();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return true;
  }
}
