package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Latencies;

/**
 * What was stored in one round.
 *
 * @param count submissions acknowledged
 * @param nanos how long the round took
 * @param p50 the median latency in milliseconds
 * @param p99 the latency in milliseconds that one in a hundred passes
 */
record Stored(long count, long nanos, double p50, double p99) {

  static Stored of(Latencies latencies, long nanos) {
    return new Stored(latencies.count(), nanos, latencies.millis(0.50), latencies.millis(0.99));
  }

  /** Reads the line a worker printed. */
  static Stored read(String line) {
    String[] f = line.split(" ", -1);
    return new Stored(
        Long.parseLong(f[0]),
        Long.parseLong(f[1]),
        Double.parseDouble(f[2]),
        Double.parseDouble(f[3]));
  }

  String line() {
    return count + " " + nanos + " " + p50 + " " + p99;
  }

  double perSecond() {
    return count * 1e9 / nanos;
  }
}
