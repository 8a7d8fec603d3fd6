package id.simpul.health.internal.satusehat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Threads for calls nobody waits for: bounded in number and in queue. Thread-safe. */
final class AsyncWork {
  private static final long IDLE_SECONDS = 10;

  private final AtomicInteger count = new AtomicInteger();
  private final ThreadPoolExecutor threads;

  AsyncWork(int maxRunning, int maxWaiting) {
    this.threads =
        new ThreadPoolExecutor(
            maxRunning,
            maxRunning,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(maxWaiting),
            task -> {
              Thread thread = new Thread(task, "simpul-satusehat-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** A future whose cancelling, or that of any derived from it, ends the work. */
  private static final class Pending<T> extends CompletableFuture<T> {
    private final CompletableFuture<Void> end;

    Pending(CompletableFuture<Void> end) {
      this.end = end;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Pending<>(end);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        end.complete(null);
      }
      return cancelled;
    }
  }

  /**
   * Runs work.
   *
   * @param work what to run, given what completes when its caller gives it up
   * @param overloaded what to fail with when there is no room
   * @param given called when the caller gives it up
   * @param <T> what it yields
   * @return its future
   */
  <T> CompletableFuture<T> run(
      Function<CompletionStage<?>, T> work, Supplier<RuntimeException> overloaded, Runnable given) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletionStage<Void> unused = end.thenRun(given);
    Pending<T> future = new Pending<>(end);
    try {
      threads.execute(() -> {
        try {
          if (!end.isDone()) {
            future.complete(work.apply(end));
          }
        } catch (RuntimeException | Error e) {
          future.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      future.completeExceptionally(overloaded.get());
    }
    return future;
  }

  /** Takes no more work. */
  void close() {
    threads.shutdown();
  }
}
