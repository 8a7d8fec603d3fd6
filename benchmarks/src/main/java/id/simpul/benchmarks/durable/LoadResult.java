package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Latencies;
import java.time.Duration;

/**
 * What a round of load came to. Comes into being only when every answer was an acknowledgement with
 * an id of its own.
 *
 * @param latencies how long each answer took
 * @param took the length of the round
 */
record LoadResult(Latencies latencies, Duration took) {

  Stored stored() {
    return Stored.of(latencies, took.toNanos());
  }
}
