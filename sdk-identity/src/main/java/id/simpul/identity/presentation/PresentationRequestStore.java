package id.simpul.identity.presentation;

import id.simpul.identity.TrustException;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps requests until they are answered or too old. Implementations are thread-safe; one that
 * several processes share decides in the shared place.
 */
public interface PresentationRequestStore {
  /**
   * Keeps a request.
   *
   * @param request the request
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room
   */
  void add(OpenRequest request);

  /**
   * Looks a request up.
   *
   * @param state digest of its state
   * @param now the time
   * @return the request, or empty when it is not there, answered or too old
   */
  Optional<OpenRequest> find(String state, Instant now);

  /**
   * Closes a request and keeps what came of it, in one: of any number of calls, in any threads and
   * processes, exactly one gets {@code true}. That is what makes its nonce count once.
   *
   * @param state digest of its state
   * @param kept what to keep until the request is too old, personal; possibly nothing
   * @param now the time
   * @return true if it was open and not too old
   */
  boolean close(String state, byte[] kept, Instant now);
}
