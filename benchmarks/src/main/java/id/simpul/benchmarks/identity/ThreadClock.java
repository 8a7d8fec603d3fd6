package id.simpul.benchmarks.identity;

import com.sun.management.ThreadMXBean;
import id.simpul.benchmarks.BenchmarkException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
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
    long bytes = bytes();
    long cpu = cpuNanos();
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
    return new Reading(operations, cpuNanos() - cpu, bytes() - bytes);
  }

  private void once() {
    try {
      last = work.call();
    } catch (Exception e) {
      throw BenchmarkException.invalid("contender", "failed in the middle: " + e);
    }
  }

  private static long cpuNanos() {
    return sum(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()));
  }

  private static long bytes() {
    return sum(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()));
  }

  /** The sum of those that are known. */
  private static long sum(long[] values) {
    return Arrays.stream(values).filter(value -> value > 0).sum();
  }
}
