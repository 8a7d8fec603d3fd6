package id.simpul.benchmarks.bulk;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;

/**
 * One file read from its beginning to its end.
 *
 * @param lines how many records it held
 * @param bytes how many bytes, after decompression, up to the beginning of the last record
 * @param wallNanos time on the wall
 * @param cpuNanos processor time of the process: compilers and collector included
 * @param peakBytes the most that was on the heap, right before a collection
 * @param liveBytes the most that was left after one
 */
record BulkReading(
    long lines, long bytes, long wallNanos, long cpuNanos, long peakBytes, long liveBytes) {
  /** What its line begins with. */
  static final String MARK = "bulk ";

  /** What the line begins with of a process whose heap is full. */
  static final String FULL = "full ";

  String line() {
    return MARK
        + String.join(
            " ",
            Long.toString(lines),
            Long.toString(bytes),
            Long.toString(wallNanos),
            Long.toString(cpuNanos),
            Long.toString(peakBytes),
            Long.toString(liveBytes));
  }

  static BulkReading read(String rest) {
    String[] f = rest.split(" ", -1);
    return new BulkReading(
        Long.parseLong(f[0]),
        Long.parseLong(f[1]),
        Long.parseLong(f[2]),
        Long.parseLong(f[3]),
        Long.parseLong(f[4]),
        Long.parseLong(f[5]));
  }

  JsonObject toJson(String file) {
    return JsonObject.builder()
        .put("file", file)
        .put("lines", JsonNumber.of(lines))
        .put("bytes", JsonNumber.of(bytes))
        .put("wallNanos", JsonNumber.of(wallNanos))
        .put("cpuNanos", JsonNumber.of(cpuNanos))
        .put("peakBytes", JsonNumber.of(peakBytes))
        .put("liveBytes", JsonNumber.of(liveBytes))
        .build();
  }
}
