package id.simpul.benchmarks.bulk;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Child;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file of a gigabyte, plain and compressed, through a process with a heap of 64 MB. */
public final class BulkGigabyte {
  private static final Path FOLDER = Path.of("benchmarks", "target", "bulk");
  private static final double MEGA = 1 << 20;
  private static final double SECOND = 1e9;

  private BulkGigabyte() {}

  /**
   * Reads it, and says what came of it.
   *
   * @param plan how much
   * @param results where to say it
   * @return the raw readings
   */
  public static JsonArray run(BulkPlan plan, Results results) {
    try (BulkFiles files = BulkFiles.make(FOLDER, plan.bytes())) {
      results.line(
          String.format(
              Locale.ROOT,
              "%,d lines of NDJSON, %,d bytes (compressed %,d), into typed records, heap %s",
              files.lines(),
              files.bytes(),
              files.gzipBytes(),
              BulkPlan.HEAP.get(0)));
      JsonObject plain = stream(files, files.plain(), results);
      JsonObject gzip = stream(files, files.gzip(), results);
      results.line(
          String.format(
              Locale.ROOT,
              "  who keeps what it reads has that heap full after %,d records",
              full(files)));
      return new JsonArray(List.of(plain, gzip));
    }
  }

  private static JsonObject stream(BulkFiles files, Path file, Results results) {
    String name = String.valueOf(file.getFileName());
    BulkReading reading = BulkReading.read(start(file, BulkWorker.STREAM, BulkReading.MARK));
    boolean whole = reading.lines() == files.lines() && reading.bytes() < files.bytes();
    if (!whole || files.bytes() < 2 * BulkPlan.HEAP_BYTES) {
      throw BenchmarkException.invalid(name, "was not read to its end, or would fit into the heap");
    }
    results.line(
        String.format(
            Locale.ROOT,
            "  %-18s %,d lines, %.1f s, %.0f MB/s, %.1f s of processor time;"
                + " heap at most %.1f MB, %.1f MB after a collection: met",
            name,
            reading.lines(),
            reading.wallNanos() / SECOND,
            files.bytes() / MEGA / (reading.wallNanos() / SECOND),
            reading.cpuNanos() / SECOND,
            reading.peakBytes() / MEGA,
            reading.liveBytes() / MEGA));
    return reading.toJson(name);
  }

  /** How many records fill the heap; were it none, the measurement would be worth nothing. */
  private static long full(BulkFiles files) {
    return Long.parseLong(start(files.plain(), BulkWorker.KEEP, BulkReading.FULL));
  }

  private static String start(Path file, String mode, String mark) {
    List<String> arguments = List.of(file.toString(), mode);
    try (Child child = Child.start(mode, BulkWorker.class.getName(), BulkPlan.HEAP, arguments)) {
      return child.next(mark);
    }
  }
}
