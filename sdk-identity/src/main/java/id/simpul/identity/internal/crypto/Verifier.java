package id.simpul.identity.internal.crypto;

/** Verifies with one key that one library has taken in. Thread-safe. */
@FunctionalInterface
public interface Verifier {
  /**
   * Verifies a signature.
   *
   * @param message the signed bytes, not changed
   * @param signature the signature, whose length and range the key has checked
   * @return true only for a signature by this key over exactly these bytes
   */
  boolean verify(byte[] message, byte[] signature);
}
