package id.simpul.core.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of one client that have not ended, so that closing it can end them. Thread-safe. */
final class OpenCalls {
  private final Set<CallHandle> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Takes a call in; false when the client is closed. */
  boolean add(CallHandle call) {
    calls.add(call);
    if (closed) {
      calls.remove(call);
      return false;
    }
    return true;
  }

  void remove(CallHandle call) {
    calls.remove(call);
  }

  boolean isClosed() {
    return closed;
  }

  /** Lets no more calls in and cancels the others. */
  void close() {
    closed = true;
    // All are told before one ends: its thread goes on with the next that waits, which would send.
    calls.forEach(CallHandle::forbid);
    calls.forEach(CallHandle::cancel);
  }
}
