package id.simpul.core.spi;

/**
 * Protects what a store keeps for others: health records and names do not lie on a disk in the
 * clear. Must be thread-safe, and must not show what it handles.
 */
public interface PayloadCipher {
  /**
   * Encrypts.
   *
   * @param payload the bytes; not changed
   * @param context what they belong to; needed again to decrypt
   * @return the encrypted bytes
   */
  byte[] seal(byte[] payload, String context);

  /**
   * Decrypts.
   *
   * @param sealed the encrypted bytes
   * @param context what they belong to
   * @return the bytes
   * @throws id.simpul.core.SimpulException when they are not what was encrypted in that context
   */
  byte[] open(byte[] sealed, String context);

  /**
   * Tells payloads apart without showing them: the same bytes always have the same one, and nobody
   * without the key can try bytes out.
   *
   * @param payload the bytes; not changed
   * @return 32 bytes
   */
  byte[] fingerprint(byte[] payload);
}
