package id.simpul.health.internal.satusehat;

import id.simpul.core.value.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: until when it may take, whether an attempt of it holds room now, and the
 * token that was sent last. Used by the calling thread alone.
 */
final class CallSlot {
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private final String operationId;
  private final LongSupplier nanoTime;
  private final long end;
  private final @Nullable CompletionStage<?> signal;
  private boolean inside;
  private @Nullable Secret token;

  CallSlot(
      String operationId,
      Duration limit,
      @Nullable CompletionStage<?> signal,
      LongSupplier nanoTime) {
    this.operationId = Objects.requireNonNull(operationId, "operationId");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    long nanos = (limit.compareTo(LONGEST) < 0 ? limit : LONGEST).toNanos();
    this.end = nanoTime.getAsLong() + nanos;
    this.signal = signal;
  }

  /** The time left, at least one nanosecond, as a timeout cannot be less. */
  Duration left() {
    return Duration.ofNanos(Math.max(1, leftNanos()));
  }

  long leftNanos() {
    return end - nanoTime.getAsLong();
  }

  String operationId() {
    return operationId;
  }

  /** Whether whoever waits for the call has given it up. */
  boolean isGivenUp() {
    return signal != null && signal.toCompletableFuture().isDone();
  }

  boolean isInside() {
    return inside;
  }

  void inside(boolean value) {
    inside = value;
  }

  @Nullable Secret token() {
    return token;
  }

  void token(Secret value) {
    token = value;
  }
}
