package id.simpul.node.internal.http;

import id.simpul.core.operation.Violation;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs what may wait (a database, a signature) on a few threads of its own, with a bounded queue
 * before them. Thread-safe.
 */
public final class BlockingWork implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * Starts no thread yet.
   *
   * @param name the threads' name
   * @param size how many threads
   * @param queue how many pieces of work may wait
   */
  public BlockingWork(String name, int size, int queue) {
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs a piece of work that goes on elsewhere, such as in the writer of the store.
   *
   * @param work the work; it must not wait for what it begins
   * @param <T> what comes of it in the end
   * @return what comes of it; fails with a 503 refusal when too much is waiting
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it is composed
  public <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> work) {
    return submit(work).thenCompose(Function.identity());
  }

  /**
   * Runs a piece of work.
   *
   * @param work the work
   * @param <T> what it yields
   * @return what it yields; fails with a 503 refusal when too much is waiting
   */
  public <T> CompletableFuture<T> submit(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          Refusal.of(503, Violation.BUSY, "node", "too much is waiting; try again")
              .with("Retry-After", "1"));
    }
  }

  /**
   * Runs the last step of something that is already done, such as signing an answer: by these
   * threads when they take it, else at once on the calling one. What was carried out must not be
   * answered as if it had not been.
   *
   * @param work the work
   * @param <T> what it yields
   * @return what it yields
   */
  public <T> CompletableFuture<T> finish(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(work.get());
    }
  }

  /** Takes no more work; what was taken is finished. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
