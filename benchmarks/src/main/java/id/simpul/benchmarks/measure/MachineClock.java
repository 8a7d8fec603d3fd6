package id.simpul.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time: of this process with all its threads, and of the whole machine. */
public final class MachineClock {
  /** Clock ticks a second in {@code /proc/stat}, as Linux shows them to programs. */
  private static final long TICKS_PER_SECOND = 100;

  private static final long NANOS_PER_TICK = 1_000_000_000 / TICKS_PER_SECOND;
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int LAST_COUNTED = 8;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private MachineClock() {}

  /**
   * Processor time of this process: all threads, the compiler's and the collector's too.
   *
   * @return nanoseconds since its start
   */
  public static long processNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /**
   * Processor time of everything on this machine.
   *
   * @return nanoseconds since it started, to a hundredth of a second; -1 without {@code /proc}
   */
  public static long machineNanos() {
    try {
      String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+", 0);
      long busy = 0;
      for (int i = 1; i <= LAST_COUNTED; i++) {
        busy += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
      }
      return busy * NANOS_PER_TICK;
    } catch (IOException e) {
      return -1;
    }
  }
}
