package id.simpul.benchmarks.measure;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine measured on, without anything that names it or its owner.
 *
 * @param cpu the processor's model
 * @param cores processors the virtual machine sees
 * @param memoryMiB memory in MiB, 0 when unknown
 * @param kernel operating system and release
 * @param java the virtual machine and its version
 */
public record Machine(String cpu, int cores, long memoryMiB, String kernel, String java) {
  private static final String UNKNOWN = "unknown cpu";

  /**
   * Describes this machine.
   *
   * @return its description
   */
  public static Machine here() {
    return new Machine(
        field("/proc/cpuinfo", "model name", UNKNOWN),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field("/proc/meminfo", "MemTotal", "0").replaceAll("[^0-9]", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
  }

  private static String field(String file, String name, String fallback) {
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.startsWith(name)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      // A system without /proc says less of itself.
      return fallback;
    }
    return fallback;
  }

  /**
   * The load average of the last minute.
   *
   * @return runnable threads, or a negative number when unknown
   */
  public static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * The processor as part of a file name.
   *
   * @return lower case letters, digits and hyphens
   */
  public String slug() {
    String plain = cpu.toLowerCase(Locale.ROOT).replaceAll("\\((r|tm)\\)", "");
    return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * The description as a document.
   *
   * @return an object
   */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("cpu", cpu)
        .put("cores", JsonNumber.of(cores))
        .put("memoryMiB", JsonNumber.of(memoryMiB))
        .put("kernel", kernel)
        .put("java", java)
        .build();
  }

  @Override
  public String toString() {
    return cpu + ", " + cores + " cores, " + memoryMiB + " MiB, " + kernel + ", " + java;
  }
}
