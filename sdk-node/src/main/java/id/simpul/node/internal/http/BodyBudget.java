package id.simpul.node.internal.http;

import id.simpul.node.NodeLimits;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of all bodies a node holds, so that many of them cannot fill its memory. */
final class BodyBudget {
  private final AtomicLong held = new AtomicLong();

  /** What one request holds. Used on one event loop. */
  final class Share {
    private int bytes;

    /** Takes so many bytes more; false when the node holds too many already. */
    boolean take(int more) {
      if (held.addAndGet(more) > NodeLimits.MAX_BODY_BYTES_IN_FLIGHT) {
        held.addAndGet(-more);
        return false;
      }
      bytes += more;
      return true;
    }

    /** Gives all of it back; harmless the second time. */
    void release() {
      held.addAndGet(-bytes);
      bytes = 0;
    }
  }

  Share share() {
    return new Share();
  }
}
