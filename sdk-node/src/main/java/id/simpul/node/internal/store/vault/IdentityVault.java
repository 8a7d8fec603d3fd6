package id.simpul.node.internal.store.vault;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts identities with AES-256-GCM (NIST SP 800-38D), each bound to its stream: one that was
 * moved to another stream's row does not open. Thread-safe.
 *
 * <p>Nonces are random, so a key should be replaced before it has encrypted 2<sup>32</sup>
 * identities (section 8.3 there).
 */
public final class IdentityVault {
  private static final String WHO = "identity vault";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String DOMAIN = "id.simpul.identity.v1\n";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final IdentityKey current;
  private final Map<String, IdentityKey> known;
  private final SecureRandom random = new SecureRandom();

  private IdentityVault(IdentityKey current, Map<String, IdentityKey> known) {
    this.current = current;
    this.known = known;
  }

  /**
   * Creates a vault.
   *
   * @param current encrypts from now on
   * @param earlier keys that still decrypt what they encrypted
   * @return the vault
   */
  public static IdentityVault of(IdentityKey current, List<IdentityKey> earlier) {
    Map<String, IdentityKey> known = new HashMap<>();
    known.put(current.id(), current);
    for (IdentityKey key : earlier) {
      if (known.put(key.id(), key) != null) {
        throw new IllegalArgumentException("Two identity keys are called " + key.id());
      }
    }
    return new IdentityVault(current, Map.copyOf(known));
  }

  /**
   * Encrypts an identity.
   *
   * @param stream the stream it belongs to
   * @param plain its plain bytes
   * @return the encrypted identity
   */
  public SealedIdentity seal(StreamId stream, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, stream, nonce);
      byte[] out = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, out, NONCE_BYTES);
      return new SealedIdentity(current.id(), out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /**
   * Decrypts an identity.
   *
   * @param stream the stream whose row holds it
   * @param sealed the encrypted identity
   * @return its plain bytes
   * @throws StoreException when its key is not known, or it was changed or moved
   */
  public byte[] open(StreamId stream, SealedIdentity sealed) {
    IdentityKey key = known.get(sealed.keyId());
    if (key == null) {
      throw StoreException.of(
          Kind.IDENTITY_KEY_UNKNOWN, WHO, "key " + sealed.keyId() + ", stream " + stream, null);
    }
    byte[] bytes = sealed.bytes();
    if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw unreadable(stream, null);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, stream, bytes)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw unreadable(stream, e);
    }
  }

  private static StoreException unreadable(StreamId stream, @Nullable Exception cause) {
    return StoreException.of(Kind.IDENTITY_UNREADABLE, WHO, "stream " + stream, cause);
  }

  private static Cipher cipher(int mode, IdentityKey key, StreamId stream, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    cipher.updateAAD((DOMAIN + stream.value()).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
