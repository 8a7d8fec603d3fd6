package id.simpul.benchmarks.bulk;

import java.util.List;

/**
 * How much is read.
 *
 * @param bytes the least size of the file, before compression
 */
public record BulkPlan(long bytes) {
  /** A gigabyte. */
  public static final BulkPlan FULL = new BulkPlan(1L << 30);

  /** To see that it works: four times the heap. */
  public static final BulkPlan QUICK = new BulkPlan(1L << 28);

  /** The heap that has to be enough. */
  static final long HEAP_BYTES = 64L << 20;

  /** The same as an option. */
  static final List<String> HEAP = List.of("-Xmx64m");
}
