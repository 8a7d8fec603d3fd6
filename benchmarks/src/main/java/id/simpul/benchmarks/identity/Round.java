package id.simpul.benchmarks.identity;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One contender measured once.
 *
 * @param contender who
 * @param reading what the clocks said
 */
record Round(String contender, Reading reading) {
  JsonObject toJson(String question) {
    return JsonObject.builder()
        .put("question", question)
        .put("contender", contender)
        .put("operations", JsonNumber.of(reading.operations()))
        .put("cpuMicros", decimal(reading.micros()))
        .put("bytes", decimal(reading.bytesEach()))
        .build();
  }

  private static JsonNumber decimal(double value) {
    return JsonNumber.of(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
  }
}
