package id.simpul.identity.http;

import id.simpul.identity.TrustException;
import java.time.Instant;

/**
 * Remembers nonces, so that a signed request counts once. Implementations are thread-safe; one that
 * several processes share must decide in the shared place, not before it.
 */
public interface NonceStore {
  /**
   * Uses up a nonce, atomically: of any number of calls with one key id and nonce, in any threads
   * and processes, exactly one gets {@code true}.
   *
   * @param keyId the signature's key id parameter: entity, {@code #}, thumbprint
   * @param nonce the nonce, 22 characters
   * @param keepUntil until when it must be remembered
   * @return true if it was not used before; false if it was, and also if {@code keepUntil} has
   *     passed, because then nothing is remembered that could tell
   * @throws TrustException {@code BUDGET_EXCEEDED} when it cannot be remembered; the request is
   *     refused then
   */
  boolean consume(String keyId, String nonce, Instant keepUntil);
}
