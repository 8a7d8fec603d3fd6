package id.simpul.core;

import java.time.Duration;
import java.util.Set;

/**
 * When a failed attempt is repeated: at most {@link #MAX_RETRIES} times, after a wait drawn evenly
 * from zero to {@code base * 2^n} (full jitter), or after the wait the node asked for in {@code
 * Retry-After}, up to a cap.
 *
 * <p>What may be repeated at all is the operation's {@link id.simpul.core.operation.Effect
 * Effect}'s to say. A {@code KEYED} operation is repeated when the failure proves that nothing was
 * carried out, and otherwise only if the node is known to honour idempotency keys ({@link
 * ClientConfig.Builder#nodeHonoursIdempotencyKeys}): a citizen's report must not be filed twice.
 *
 * <p>On a signed exchange, an answer that the authenticator refuses counts for its status alone,
 * and only when that is one of {@link #NOT_CARRIED_OUT} or {@link #OUTCOME_UNKNOWN}: a gateway or a
 * busy node may not be able to sign. Its {@code Retry-After} is obeyed up to the cap, nothing else
 * of it is believed, and it never proves that nothing was carried out, so a {@code KEYED} operation
 * is repeated after it only if the node is known to honour idempotency keys. A call that ends with
 * such an answer throws what the authenticator threw.
 *
 * @param maxRetries repetitions after the first attempt, 0 to {@link #MAX_RETRIES}
 * @param baseDelay the upper end of the first wait
 * @param maxDelay the upper end of any wait
 * @param maxRetryAfter the longest {@code Retry-After} obeyed; a longer one ends the call
 */
public record RetryPolicy(
    int maxRetries, Duration baseDelay, Duration maxDelay, Duration maxRetryAfter) {
  /** The most repetitions a policy may ask for. */
  public static final int MAX_RETRIES = 2;

  /** The default for {@link #baseDelay()}. */
  public static final Duration DEFAULT_BASE_DELAY = Duration.ofMillis(500);

  /** The default for {@link #maxDelay()}. */
  public static final Duration DEFAULT_MAX_DELAY = Duration.ofSeconds(8);

  /** The default for {@link #maxRetryAfter()}. */
  public static final Duration DEFAULT_MAX_RETRY_AFTER = Duration.ofSeconds(30);

  /**
   * Statuses by which a node says that it did not carry the request out, if the answer can be
   * trusted.
   */
  public static final Set<Integer> NOT_CARRIED_OUT = Set.of(408, 429, 503);

  /** Statuses a gateway answers with when the node's answer did not come; outcome unknown. */
  public static final Set<Integer> OUTCOME_UNKNOWN = Set.of(502, 504);

  /** Two retries with the default waits. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(MAX_RETRIES, DEFAULT_BASE_DELAY, DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER);

  /** No retry. */
  public static final RetryPolicy NONE =
      new RetryPolicy(0, DEFAULT_BASE_DELAY, DEFAULT_MAX_DELAY, DEFAULT_MAX_RETRY_AFTER);

  /** Checks the ranges. */
  public RetryPolicy {
    if (maxRetries < 0 || maxRetries > MAX_RETRIES) {
      throw new IllegalArgumentException("maxRetries lies between 0 and " + MAX_RETRIES);
    }
    if (baseDelay.isNegative() || maxDelay.isNegative() || maxRetryAfter.isNegative()) {
      throw new IllegalArgumentException("A wait is not negative");
    }
  }

  /**
   * This policy with another number of repetitions.
   *
   * @param retries 0 to {@link #MAX_RETRIES}
   * @return a copy
   */
  public RetryPolicy withMaxRetries(int retries) {
    return new RetryPolicy(retries, baseDelay, maxDelay, maxRetryAfter);
  }

  /**
   * This policy with another first wait.
   *
   * @param delay the new {@link #baseDelay()}
   * @return a copy
   */
  public RetryPolicy withBaseDelay(Duration delay) {
    return new RetryPolicy(maxRetries, delay, maxDelay, maxRetryAfter);
  }
}
