package id.simpul.health.internal.bulk;

import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The waits of one run, and what ends them and its calls before their time. Thread-safe. */
public final class Waits {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CountDownLatch latch = new CountDownLatch(1);

  private final Pause pause;

  /** Lets time pass; a test lets it pass faster. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Waits.
     *
     * @param time how long
     * @param ended comes down to zero when the run is ended
     * @throws InterruptedException when the thread is interrupted
     */
    void take(Duration time, CountDownLatch ended) throws InterruptedException;
  }

  /**
   * Waits of a run that has begun.
   *
   * @param pause lets time pass
   */
  public Waits(Pause pause) {
    this.pause = Objects.requireNonNull(pause, "pause");
  }

  /**
   * Waits by the time of day.
   *
   * @return the waits
   */
  public static Waits real() {
    return new Waits((time, ended) -> {
      boolean unused = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    });
  }

  /** What ends calls. */
  CompletionStage<Void> signal() {
    return end;
  }

  /** Ends the run. */
  public void end() {
    latch.countDown();
    end.complete(null);
  }

  boolean isEnded() {
    return end.isDone();
  }

  /**
   * Waits.
   *
   * @param time how long
   * @throws BulkExportException when the run is ended, or the thread interrupted
   */
  void take(Duration time) {
    try {
      pause.take(time, latch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended();
    }
    if (isEnded()) {
      throw ended();
    }
  }

  BulkExportException ended() {
    return new BulkExportException(Reason.ENDED, "this client", "was ended", null);
  }
}
