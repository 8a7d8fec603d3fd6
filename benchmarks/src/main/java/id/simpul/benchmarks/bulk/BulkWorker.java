package id.simpul.benchmarks.bulk;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.fhir.Ours;
import id.simpul.benchmarks.measure.MachineClock;
import id.simpul.health.bulk.NdjsonOptions;
import id.simpul.health.bulk.NdjsonReader;
import id.simpul.health.fhir.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file into typed records, in a process whose heap is bounded. */
public final class BulkWorker {
  /** Records are let go as they come. */
  static final String STREAM = "stream";

  /** Records are kept, until the heap is full. */
  static final String KEEP = "keep";

  private BulkWorker() {}

  /**
   * Reads.
   *
   * @param args the file, and {@code stream} or {@code keep}
   * @throws IOException when it cannot be read
   */
  public static void main(String[] args) throws IOException {
    long most = Runtime.getRuntime().maxMemory();
    if (most > BulkPlan.HEAP_BYTES) {
      throw BenchmarkException.invalid("bulk reader", "has a heap of " + most + " bytes");
    }
    Path file = Path.of(args[0]);
    System.out.println(args[1].equals(STREAM) ? stream(file).line() : keep(file));
  }

  private static NdjsonReader open(Path file) throws IOException {
    NdjsonOptions options = NdjsonOptions.of(String.valueOf(file.getFileName()));
    return NdjsonReader.open(
        Files.newInputStream(file), file.toString().endsWith(".gz") ? options.gzipped() : options);
  }

  private static BulkReading stream(Path file) throws IOException {
    HeapPeak heap = HeapPeak.listen();
    long wall = System.nanoTime();
    long records = 0;
    long said = 0;
    long offset = 0;
    try (NdjsonReader lines = open(file)) {
      for (Optional<Resource> next = lines.next(); next.isPresent(); next = lines.next()) {
        said += Ours.number(next.get());
        records++;
        offset = lines.offset();
      }
    }
    long took = System.nanoTime() - wall;
    if (said == 0) {
      throw BenchmarkException.invalid("bulk reader", "found nothing in " + records + " records");
    }
    return new BulkReading(
        records, offset, took, MachineClock.processNanos(), heap.before(), heap.after());
  }

  /** Shows that the bound is one: what does not let go of its records has to end here. */
  private static String keep(Path file) throws IOException {
    List<Resource> kept = new ArrayList<>();
    try (NdjsonReader lines = open(file)) {
      for (Optional<Resource> next = lines.next(); next.isPresent(); next = lines.next()) {
        kept.add(next.get());
      }
      return BulkReading.MARK + kept.size();
    } catch (OutOfMemoryError e) {
      int size = kept.size();
      kept.clear();
      return BulkReading.FULL + size;
    }
  }
}
