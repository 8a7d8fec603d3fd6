package id.simpul.identity.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this thread spends on a call, so that a busy machine changes nothing. */
public final class Cost {
  /** The most processor time a refusal takes. */
  public static final Duration MAX_TIME = Duration.ofSeconds(1);

  /** The most memory a refusal takes, counting every byte it asks for, kept or not. */
  public static final long MAX_BYTES = 64L * 1024 * 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Cost() {}

  /** Runs the call and fails when it spends too much. */
  public static void bounded(Runnable call) {
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    long time = THREADS.getCurrentThreadCpuTime();
    call.run();
    Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
    long asked = THREADS.getCurrentThreadAllocatedBytes() - memory;
    assertThat(taken).as("processor time").isLessThan(MAX_TIME);
    assertThat(asked).as("memory").isLessThan(MAX_BYTES);
  }
}
