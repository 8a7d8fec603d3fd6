package id.simpul.benchmarks.fhir;

import com.sun.management.OperatingSystemMXBean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * One virtual machine that was started, read its first Immunization and wrote it.
 *
 * @param mainNanos processor time of the main thread for the library, the first reading and the
 *     first writing; the start of the virtual machine is not in it
 * @param processNanos processor time of the whole process from its start, compilers and collector
 *     included
 * @param heapBytes what is on the heap afterwards, that of the virtual machine included
 * @param otherBytes what the virtual machine keeps besides: classes and compiled code
 */
public record ColdReading(long mainNanos, long processNanos, long heapBytes, long otherBytes) {
  /** What the line of a reading begins with. */
  static final String MARK = "cold ";

  /**
   * Takes one of a process that has no library, which says what the virtual machine keeps for
   * itself and for being looked at.
   */
  static void printNothing() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long main = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long heap = kept(memory);
    long other = memory.getNonHeapMemoryUsage().getUsed();
    System.out.println(MARK + main + " " + system.getProcessCpuTime() + " " + heap + " " + other);
  }

  /**
   * Takes one, in a process that has done nothing yet, and prints it.
   *
   * @param libraries makes the library
   * @throws IOException when the library does not read
   */
  public static void print(Supplier<RecordLibrary> libraries) throws IOException {
    byte[] document = new SampleRecords(1).immunization().document();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long start = threads.getCurrentThreadCpuTime();
    RecordLibrary library = libraries.get();
    Object held = library.hold(document);
    byte[] written = library.write(held);
    long main = threads.getCurrentThreadCpuTime() - start;
    long process = system.getProcessCpuTime();
    long heap = kept(memory);
    long other = memory.getNonHeapMemoryUsage().getUsed();
    // Uses both once more, so that they are there until now.
    if (written.length != document.length || library.write(held).length != written.length) {
      throw new IOException("Wrote something else: " + new String(written, StandardCharsets.UTF_8));
    }
    System.out.println(MARK + main + " " + process + " " + heap + " " + other);
  }

  private static long kept(MemoryMXBean memory) {
    System.gc();
    System.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  static ColdReading read(String line) {
    String[] f = line.split(" ", -1);
    return new ColdReading(
        Long.parseLong(f[0]), Long.parseLong(f[1]), Long.parseLong(f[2]), Long.parseLong(f[3]));
  }

  JsonObject toJson(String contender) {
    return JsonObject.builder()
        .put("question", "fhir-cold")
        .put("contender", contender)
        .put("mainNanos", JsonNumber.of(mainNanos))
        .put("processNanos", JsonNumber.of(processNanos))
        .put("heapBytes", JsonNumber.of(heapBytes))
        .put("otherBytes", JsonNumber.of(otherBytes))
        .build();
  }
}
