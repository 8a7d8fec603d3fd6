package id.simpul.core.internal.http;

import id.simpul.core.RetryPolicy;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Effect;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says whether and when a failed attempt is repeated, as {@link RetryPolicy} promises.
 *
 * @param policy the policy of the call
 * @param effect what repeating the operation does
 * @param keysHonoured whether the node ties submissions with one idempotency key together
 */
record RetryRules(RetryPolicy policy, Effect effect, boolean keysHonoured) {
  /** No repetition. */
  static final long NEVER = -1;

  /**
   * The wait before the next attempt.
   *
   * @param result how the attempt ended
   * @param attempts attempts made so far
   * @param jitter draws evenly from zero to a bound
   * @return nanoseconds, or {@link #NEVER}
   */
  long waitAfter(AttemptResult<?> result, int attempts, LongUnaryOperator jitter) {
    if (attempts > policy.maxRetries() || !repeatable(result)) {
      return NEVER;
    }
    Duration asked = asked(result);
    if (asked == null) {
      return jitter.applyAsLong(bound(attempts));
    }
    return asked.compareTo(policy.maxRetryAfter()) > 0 ? NEVER : Nanos.of(asked);
  }

  private boolean repeatable(AttemptResult<?> result) {
    boolean free = effect != Effect.KEYED || keysHonoured;
    if (result instanceof AttemptResult.Refused<?> refused) {
      return RetryPolicy.NOT_CARRIED_OUT.contains(refused.report().status())
          || (free && refused.outcomeUnknown());
    }
    if (result instanceof AttemptResult.Untrusted<?>) {
      return free;
    }
    if (result instanceof AttemptResult.Broken<?> broken) {
      TransportException.Kind kind = broken.kind();
      return kind == TransportException.Kind.CONNECT
          || (free
              && (kind == TransportException.Kind.IO || kind == TransportException.Kind.TIMEOUT));
    }
    return false;
  }

  private static @Nullable Duration asked(AttemptResult<?> result) {
    if (result instanceof AttemptResult.Untrusted<?> untrusted) {
      return untrusted.retryAfter();
    }
    return result instanceof AttemptResult.Refused<?> refused ? refused.retryAfter() : null;
  }

  private long bound(int attempts) {
    long base = Nanos.of(policy.baseDelay());
    return Math.min(base << (attempts - 1), Nanos.of(policy.maxDelay()));
  }
}
