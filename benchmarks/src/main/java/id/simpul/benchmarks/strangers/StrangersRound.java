package id.simpul.benchmarks.strangers;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One round of signed reports, with strangers beside them or without.
 *
 * @param kind which strangers there were, or none
 * @param reports how many reports were sent
 * @param refused how many of them were not taken
 * @param p50 their median latency in milliseconds
 * @param p99 the latency in milliseconds that one in a hundred passes
 * @param strangers what came of the strangers' requests, by status and reason
 * @param cpuShare processors the node kept busy
 */
record StrangersRound(
    @Nullable Strangers kind,
    int reports,
    int refused,
    double p50,
    double p99,
    Map<String, Integer> strangers,
    double cpuShare) {
  StrangersRound {
    strangers = Map.copyOf(strangers);
  }

  static String title(@Nullable Strangers kind) {
    return kind == null ? "alone" : kind.title();
  }

  JsonObject toJson() {
    JsonObject.Builder outcomes = JsonObject.builder();
    new TreeMap<>(strangers).forEach((what, count) -> outcomes.put(what, JsonNumber.of(count)));
    return JsonObject.builder()
        .put("round", title(kind))
        .put("reports", JsonNumber.of(reports))
        .put("refused", JsonNumber.of(refused))
        .put("p50Millis", decimal(p50))
        .put("p99Millis", decimal(p99))
        .put("nodeCores", decimal(cpuShare))
        .put("strangers", outcomes.build())
        .build();
  }

  private static JsonNumber decimal(double value) {
    return JsonNumber.of(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
  }
}
