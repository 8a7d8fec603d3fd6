package id.simpul.benchmarks.durable;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One contender measured once.
 *
 * @param name the contender
 * @param stored what it stored
 * @param cpuMicros processor time of its process for each submission
 * @param othersCores processors that everything but the contender kept busy meanwhile, the load
 *     generator included
 */
record DurableRound(String name, Stored stored, double cpuMicros, double othersCores) {

  JsonObject toJson() {
    return JsonObject.builder()
        .put("contender", name)
        .put("submissions", JsonNumber.of(stored.count()))
        .put("perSecond", decimal(stored.perSecond()))
        .put("p50Millis", decimal(stored.p50()))
        .put("p99Millis", decimal(stored.p99()))
        .put("cpuMicrosPerSubmission", decimal(cpuMicros))
        .put("othersCores", decimal(othersCores))
        .build();
  }

  private static JsonNumber decimal(double value) {
    return JsonNumber.of(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
  }
}
