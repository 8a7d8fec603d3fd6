package id.simpul.node.internal.store.vault;

import java.util.Objects;

/** An encrypted identity. Immutable. */
public final class SealedIdentity {
  private final String keyId;
  private final byte[] bytes;

  /**
   * Creates it from what a row holds.
   *
   * @param keyId the key it is encrypted under
   * @param bytes nonce, ciphertext and tag, copied
   */
  public SealedIdentity(String keyId, byte[] bytes) {
    this.keyId = Objects.requireNonNull(keyId, "keyId");
    this.bytes = bytes.clone();
  }

  /**
   * The key it is encrypted under.
   *
   * @return the key's id
   */
  public String keyId() {
    return keyId;
  }

  /**
   * Nonce, ciphertext and tag.
   *
   * @return a copy of the bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * How long it is.
   *
   * @return its length in bytes
   */
  public int length() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "SealedIdentity[key " + keyId + ", " + bytes.length + " bytes]";
  }
}
