package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store can write, from its last attempt.
 *
 * @param writable true when the last commit succeeded or none was tried yet
 * @param queued commands that wait for their commit
 * @param lastFailure the last failure to write, or null when there was none since the store opened
 */
public record StoreHealth(boolean writable, int queued, @Nullable Failure lastFailure) {

  /**
   * A failure to write.
   *
   * @param at when
   * @param code the stable reason code
   */
  public record Failure(Instant at, String code) {}

  /**
   * The last failure to write.
   *
   * @return the failure, or empty when there was none since the store opened
   */
  public Optional<Failure> failure() {
    return Optional.ofNullable(lastFailure);
  }
}
