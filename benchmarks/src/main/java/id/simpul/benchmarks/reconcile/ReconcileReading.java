package id.simpul.benchmarks.reconcile;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;

/**
 * One round.
 *
 * @param doses statements of both registers
 * @param packNanos processor time of making and packing them
 * @param reconcileNanos processor time of merging and reconciling them, garbage collection included
 * @param wallNanos time on the wall of both
 * @param heapBytes what the merged set keeps
 * @param findings how many findings there were
 */
record ReconcileReading(
    int doses, long packNanos, long reconcileNanos, long wallNanos, long heapBytes, int findings) {
  /** What a line begins with that says one. */
  static final String MARK = "round ";

  String line() {
    return MARK
        + String.join(
            " ",
            Integer.toString(doses),
            Long.toString(packNanos),
            Long.toString(reconcileNanos),
            Long.toString(wallNanos),
            Long.toString(heapBytes),
            Integer.toString(findings));
  }

  static ReconcileReading read(String rest) {
    String[] parts = rest.split(" ", -1);
    return new ReconcileReading(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Integer.parseInt(parts[5]));
  }

  JsonObject toJson(Shared shared) {
    return JsonObject.builder()
        .put("shared", shared.text())
        .put("doses", JsonNumber.of(doses))
        .put("packNanos", JsonNumber.of(packNanos))
        .put("reconcileNanos", JsonNumber.of(reconcileNanos))
        .put("wallNanos", JsonNumber.of(wallNanos))
        .put("heapBytes", JsonNumber.of(heapBytes))
        .put("findings", JsonNumber.of(findings))
        .build();
  }
}
