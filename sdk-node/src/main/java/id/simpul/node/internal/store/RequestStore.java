package id.simpul.node.internal.store;

import id.simpul.identity.presentation.PresentationRequestStore;
import java.time.Instant;
import java.util.Optional;

/**
 * What a verifier remembers: requests, and for a while what was shown, encrypted. Blocks the
 * calling thread; throws {@link StoreException}.
 */
public interface RequestStore extends PresentationRequestStore {
  /**
   * What came of a request.
   *
   * @param closed whether it was answered
   * @param shown what was kept of the answer, or empty when nothing was: nobody answered, or the
   *     holder declined
   */
  record Result(boolean closed, Optional<byte[]> shown) {}

  /**
   * What came of a request.
   *
   * @param state digest of its state
   * @param now the time
   * @return the result, or empty when there is no such request, or it is too old
   */
  Optional<Result> result(String state, Instant now);
}
