package id.simpul.health.certificate.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this thread asks of the heap, so that a busy machine changes nothing. */
public final class Cost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Cost() {}

  /** The bytes a call asks for, kept or not, after it has been made once before. */
  public static long bytes(Runnable call) {
    call.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    call.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
