package id.simpul.health.internal.bulk;

import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The waits of one run, and what ends them and its calls before their time. Thread-safe. */
public class Waits {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CountDownLatch latch = new CountDownLatch(1);

  /** Waits of a run that has begun. */
  public Waits() {}

  /** What ends calls. */
  final CompletionStage<Void> signal() {
    return end;
  }

  /** Ends the run. */
  public final void end() {
    latch.countDown();
    end.complete(null);
  }

  final boolean isEnded() {
    return end.isDone();
  }

  /**
   * Waits.
   *
   * @param time how long
   * @throws BulkExportException when the run is ended, or the thread interrupted
   */
  final void take(Duration time) {
    try {
      pause(time, latch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended();
    }
    if (isEnded()) {
      throw ended();
    }
  }

  /**
   * Lets time pass; a test lets it pass faster.
   *
   * @param time how long
   * @param ended comes down to zero when the run is ended
   * @throws InterruptedException when the thread is interrupted
   */
  protected void pause(Duration time, CountDownLatch ended) throws InterruptedException {
    boolean unused = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  final BulkExportException ended() {
    return new BulkExportException(Reason.ENDED, "this client", "was ended", null);
  }
}
