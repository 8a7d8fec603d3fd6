package id.simpul.core.internal.http;

import id.simpul.core.ClientConfig;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;

/**
 * The time and the repetitions one call may take.
 *
 * @param begun when it began, by the pulse
 * @param callNanos how long the whole may take
 * @param attemptNanos how long one attempt may take
 * @param connectMillis how long a connection may take
 * @param retry the retry policy
 */
record CallTerms(
    long begun, long callNanos, long attemptNanos, int connectMillis, RetryPolicy retry) {

  static CallTerms of(ClientConfig config, RequestOptions options, long begun) {
    Timeouts timeouts = options.timeouts(config.timeouts());
    return new CallTerms(
        begun,
        Nanos.of(timeouts.call()),
        Nanos.of(timeouts.attempt()),
        Nanos.toMillis(timeouts.connect()),
        options.retry().orElse(config.retry()));
  }
}
