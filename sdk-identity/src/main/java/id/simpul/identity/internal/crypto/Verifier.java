package id.simpul.identity.internal.crypto;

import java.util.Arrays;

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

  /**
   * Verifies a signature over the beginning of a buffer. Copies that, unless a library can do
   * without.
   *
   * @param buffer the signed bytes and others after them, not changed
   * @param length how many are signed
   * @param signature the signature, whose length and range the key has checked
   * @return true only for a signature by this key over exactly these bytes
   */
  default boolean verify(byte[] buffer, int length, byte[] signature) {
    return verify(Arrays.copyOf(buffer, length), signature);
  }
}
