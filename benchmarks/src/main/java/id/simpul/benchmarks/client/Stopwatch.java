package id.simpul.benchmarks.client;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.MachineClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a caller run for a while and reads the clocks before and after. Not thread-safe. */
final class Stopwatch implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "caller");
        thread.setDaemon(true);
        return thread;
      });

  /**
   * What the clocks said.
   *
   * @param calls how many calls ended
   * @param cpuNanos processor time of the whole process meanwhile
   * @param wallNanos how long it took
   */
  record Reading(long calls, long cpuNanos, long wallNanos) {
    /** What the line of a reading begins with. */
    static final String MARK = "reading ";

    /** The line a worker prints, but for the mark. */
    String line() {
      return calls + " " + cpuNanos + " " + wallNanos;
    }

    /** Reads such a line. */
    static Reading read(String line) {
      String[] f = line.split(" ", -1);
      return new Reading(Long.parseLong(f[0]), Long.parseLong(f[1]), Long.parseLong(f[2]));
    }
  }

  /** One caller, so many threads, so long. */
  Reading measure(Caller caller, int concurrency, long millis) {
    long wall = System.nanoTime();
    long cpu = MachineClock.processNanos();
    long end = wall + millis * 1_000_000;
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      running.add(threads.submit(() -> callUntil(caller, end)));
    }
    long calls = 0;
    for (Future<Long> thread : running) {
      calls += result(thread);
    }
    return new Reading(calls, MachineClock.processNanos() - cpu, System.nanoTime() - wall);
  }

  private static long callUntil(Caller caller, long end) throws IOException {
    long calls = 0;
    do {
      caller.call();
      calls++;
    } while (System.nanoTime() - end < 0);
    return calls;
  }

  private static long result(Future<Long> thread) {
    try {
      return thread.get();
    } catch (ExecutionException e) {
      throw BenchmarkException.setUp("client", "a call failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BenchmarkException.setUp("client", "was interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
