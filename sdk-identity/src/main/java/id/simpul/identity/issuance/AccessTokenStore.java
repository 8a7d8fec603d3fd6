package id.simpul.identity.issuance;

import id.simpul.identity.TrustException;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps access tokens until they are used or too old; then nothing of them is left. Implementations
 * are thread-safe; one that several processes share decides in the shared place.
 */
public interface AccessTokenStore {
  /**
   * Keeps a token.
   *
   * @param token the token
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room
   */
  void add(StoredToken token);

  /**
   * Looks a token up.
   *
   * @param token its digest
   * @param now the time
   * @return the token, or empty when it is not there, used or too old
   */
  Optional<StoredToken> find(String token, Instant now);

  /**
   * Takes a token away, atomically: of any number of calls, in any threads and processes, exactly
   * one gets it.
   *
   * @param token its digest
   * @param now the time
   * @return the token, or empty when it is not there, used or too old
   */
  Optional<StoredToken> take(String token, Instant now);
}
