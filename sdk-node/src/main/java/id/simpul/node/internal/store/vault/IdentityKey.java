package id.simpul.node.internal.store.vault;

import javax.crypto.spec.SecretKeySpec;

/** A key that encrypts identities. Immutable; never shows the key. */
public final class IdentityKey {
  /** Length of a key in bytes: AES-256. */
  public static final int LENGTH = 32;

  /** The longest id in characters. */
  public static final int MAX_ID_LENGTH = 64;

  private final String id;
  private final SecretKeySpec key;

  private IdentityKey(String id, SecretKeySpec key) {
    this.id = id;
    this.key = key;
  }

  /**
   * Creates a key.
   *
   * @param id its name, stored beside what it encrypts; 1 to {@value #MAX_ID_LENGTH} characters
   * @param key exactly {@value #LENGTH} random bytes, copied
   * @return the key
   */
  public static IdentityKey of(String id, byte[] key) {
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException("A key id has 1 to " + MAX_ID_LENGTH + " characters");
    }
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("An identity key has " + LENGTH + " bytes");
    }
    return new IdentityKey(id, new SecretKeySpec(key, "AES"));
  }

  /**
   * The key's name.
   *
   * @return its id
   */
  public String id() {
    return id;
  }

  SecretKeySpec key() {
    return key;
  }

  @Override
  public String toString() {
    return "IdentityKey[" + id + ", <redacted>]";
  }
}
