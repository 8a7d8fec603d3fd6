package id.simpul.benchmarks.client;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One variant measured once.
 *
 * @param kind the exchange
 * @param concurrency threads that called at once
 * @param variant who called
 * @param reading what the clocks said
 */
record Round(Kind kind, int concurrency, String variant, Stopwatch.Reading reading) {

  double cpuMicrosPerCall() {
    return reading.cpuNanos() / 1e3 / reading.calls();
  }

  private double callsPerSecond() {
    return reading.calls() * 1e9 / reading.wallNanos();
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("kind", kind.word())
        .put("concurrency", JsonNumber.of(concurrency))
        .put("variant", variant)
        .put("calls", JsonNumber.of(reading.calls()))
        .put("cpuMicrosPerCall", decimal(cpuMicrosPerCall()))
        .put("callsPerSecond", decimal(callsPerSecond()))
        .build();
  }

  private static JsonNumber decimal(double value) {
    return JsonNumber.of(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
  }
}
