package id.simpul.benchmarks.identity;

import com.sun.management.ThreadMXBean;
import id.simpul.benchmarks.BenchmarkException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Does a piece of work for a while, and reads what it took of the processor and of the heap. The
 * time is counted by the operating system a thread, so that other programs on the machine do not
 * add to it. Not thread-safe.
 */
final class ThreadClock {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** How often the work is done between two looks at the clock. */
  private static final int BATCH = 8;

  private final Callable<?> work;

  // Written so that no compiler finds the work useless.
  @SuppressWarnings("UnusedVariable")
  private volatile @Nullable Object last;

  ThreadClock(Callable<?> work) {
    this.work = work;
  }

  /** Works until this thread has had so much of a processor. */
  Reading measure(long millis) {
    Totals before = new Totals();
    long operations = 0;
    long end = THREADS.getCurrentThreadCpuTime() + millis * 1_000_000;
    long giveUp = System.nanoTime() + 10 * millis * 1_000_000;
    do {
      for (int i = 0; i < BATCH; i++) {
        once();
      }
      operations += BATCH;
      // A contender may leave all its work to another thread.
    } while (THREADS.getCurrentThreadCpuTime() < end && System.nanoTime() < giveUp);
    Totals after = new Totals();
    return new Reading(
        operations,
        since(before, before.cpuNanos, after, after.cpuNanos),
        since(before, before.bytes, after, after.bytes));
  }

  private void once() {
    try {
      last = work.call();
    } catch (Exception e) {
      throw BenchmarkException.invalid("contender", "failed in the middle: " + e);
    }
  }

  /** What each thread has had since it began. */
  private static final class Totals {
    private final long[] threads = THREADS.getAllThreadIds();
    private final long[] cpuNanos = THREADS.getThreadCpuTime(threads);
    private final long[] bytes = THREADS.getThreadAllocatedBytes(threads);
  }

  /**
   * What the threads that are there now have had more. One by one, because one that has ended
   * meanwhile must not take from the others what it had before.
   */
  private static long since(Totals before, long[] had, Totals after, long[] have) {
    Map<Long, Long> begun = new HashMap<>();
    for (int i = 0; i < had.length; i++) {
      begun.put(before.threads[i], had[i]);
    }
    long sum = 0;
    for (int i = 0; i < have.length; i++) {
      // Negative is said of one that ended a moment ago.
      sum += Math.max(0, have[i] - begun.getOrDefault(after.threads[i], 0L));
    }
    return sum;
  }
}
