package id.simpul.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** One input fed to one target, with the bound on time that every reader keeps. */
final class Attempt {
  /**
   * The most processor time a reader takes for one input; not wall time, so that a busy machine is
   * no finding.
   */
  static final Duration MAX_TIME = Duration.ofSeconds(1);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Attempt() {}

  /** Feeds a copy of the input; throws for a finding alone. */
  static void run(FuzzTarget target, byte[] input) {
    if (timed(target, input).compareTo(MAX_TIME) > 0) {
      // The first input pays for the loading of classes.
      Duration taken = timed(target, input);
      Invariant.require(taken.compareTo(MAX_TIME) <= 0, "took " + taken + ", twice");
    }
  }

  private static Duration timed(FuzzTarget target, byte[] input) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      target.run(input.clone());
    } catch (IOException e) {
      throw new AssertionError("threw what it does not declare", e);
    }
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
  }
}
