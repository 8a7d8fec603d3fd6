package id.simpul.core.internal.http;

import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** What another thread needs to end a call: its socket and its waits. Thread-safe. */
final class CallHandle {
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Call current;

  /** Names the exchange that now runs; ends it at once when the call was cancelled before. */
  void running(Call call) {
    current = call;
    if (isCancelled()) {
      call.cancel();
    }
  }

  /** Lets no further exchange begin; the one that runs goes on. */
  void forbid() {
    ended.countDown();
  }

  void cancel() {
    forbid();
    Call call = current;
    if (call != null) {
      call.cancel();
    }
  }

  boolean isCancelled() {
    return ended.getCount() == 0;
  }

  /** Opens when the call is cancelled. */
  CountDownLatch ended() {
    return ended;
  }
}
