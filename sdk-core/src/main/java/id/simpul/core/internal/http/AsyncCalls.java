package id.simpul.core.internal.http;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for calls nobody waits for: bounded in number and in queue. Thread-safe. */
final class AsyncCalls {
  /** Asynchronous calls that run at the same time. */
  static final int MAX_RUNNING = 64;

  /** Asynchronous calls that wait for one of those to end. */
  static final int MAX_WAITING = 1024;

  private static final Duration IDLE_THREAD_LIFE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor executor;

  AsyncCalls() {
    this(MAX_RUNNING, MAX_WAITING);
  }

  AsyncCalls(int maxRunning, int maxWaiting) {
    this.executor =
        new ThreadPoolExecutor(
            maxRunning,
            maxRunning,
            IDLE_THREAD_LIFE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(maxWaiting),
            new Daemons());
    executor.allowCoreThreadTimeOut(true);
  }

  /** Runs a call on another thread; false when there is neither a thread nor room to wait. */
  boolean run(Runnable call) {
    try {
      executor.execute(call);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Takes no more calls. Those that wait still run, to find themselves cancelled. */
  void close() {
    executor.shutdown();
  }

  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "simpul-http-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
