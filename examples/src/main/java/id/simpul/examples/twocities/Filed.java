package id.simpul.examples.twocities;

import id.simpul.core.RequestOptions;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.SubmissionReceipt;
import java.time.Duration;
import java.util.Objects;

/**
 * A report that was acknowledged.
 *
 * @param sample what the citizen said
 * @param report what was sent, the same in every attempt
 * @param key the idempotency key, the same in every attempt
 * @param receipt what the node answered
 * @param took how long the attempt took that was acknowledged
 */
record Filed(
    SampleReport sample, NewReport report, String key, SubmissionReceipt receipt, Duration took) {
  Filed {
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(took, "took");
    if (receipt.reportId().isEmpty()) {
      throw new StoryException("Receipt", "carries no id of the report", "filing");
    }
  }

  String id() {
    return receipt.reportId().orElseThrow().value();
  }

  /** The options that make a repetition the same submission. */
  RequestOptions options() {
    return RequestOptions.NONE.withIdempotencyKey(key);
  }

  Tally.Item item() {
    return new Tally.Item(id(), sample.description());
  }

  @Override
  public String toString() {
    return "Filed[" + receipt + "]";
  }
}
