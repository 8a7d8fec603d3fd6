package id.simpul.identity.internal.crypto;

/** Signs with one key that one library has taken in. Thread-safe. */
@FunctionalInterface
public interface Signer {
  /**
   * Signs a message.
   *
   * @param message the bytes to sign, not changed
   * @return a signature of the algorithm's length
   */
  byte[] sign(byte[] message);
}
