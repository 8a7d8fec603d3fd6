package id.simpul.core.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * Travels with one attempt through OkHttp, as a tag of its request. Written and read by the thread
 * that runs the attempt.
 */
final class AttemptMark {
  private final int connectMillis;
  private boolean sent;
  private @Nullable String requestId;

  AttemptMark(int connectMillis) {
    this.connectMillis = connectMillis;
  }

  /** The connect timeout of this attempt. */
  int connectMillis() {
    return connectMillis;
  }

  /** Notes that a connection stands and that bytes are about to go out on it. */
  void markSent() {
    sent = true;
  }

  /** Whether the node may have received anything. */
  boolean sent() {
    return sent;
  }

  /**
   * Notes that an answer has begun.
   *
   * @param id the node's name for the exchange, or null
   */
  void answered(@Nullable String id) {
    requestId = id;
  }

  /** The node's name for the exchange, or null when no answer has begun. */
  @Nullable String requestId() {
    return requestId;
  }
}
