package id.simpul.node.internal.store;

import java.time.Instant;

/**
 * A number to be used once.
 *
 * @param scope whose: a verified sender, so that one sender cannot use up another's room; 1 to
 *     {@value #MAX_SCOPE_LENGTH} characters
 * @param nonce the number itself; 1 to {@value #MAX_NONCE_LENGTH} characters
 * @param keepUntil until when it must be remembered, cut to microseconds: no earlier than the last
 *     moment at which what it protects would be accepted
 */
public record NonceUse(String scope, String nonce, Instant keepUntil) {
  /** The longest scope in characters. */
  public static final int MAX_SCOPE_LENGTH = 500;

  /** The longest nonce in characters. */
  public static final int MAX_NONCE_LENGTH = 200;

  /** Checks the lengths. */
  public NonceUse {
    Texts.bounded("nonce scope", scope, MAX_SCOPE_LENGTH);
    Texts.bounded("nonce", nonce, MAX_NONCE_LENGTH);
    keepUntil = Texts.stored("keepUntil", keepUntil);
  }

  @Override
  public String toString() {
    return "NonceUse[" + scope + "]";
  }
}
