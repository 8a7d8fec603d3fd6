package id.simpul.core.internal.http;

import id.simpul.core.ClientConfig;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.format.Limits;
import java.net.URI;

/**
 * Where one call goes, and the time, the repetitions and the bytes it may take.
 *
 * @param node the endpoint, without its query, for messages
 * @param begun when it began, by the pulse
 * @param callNanos how long the whole may take
 * @param attemptNanos how long one attempt may take
 * @param connectMillis how long a connection may take
 * @param retry the retry policy
 * @param limits how much of the answer is read
 */
record CallTerms(
    URI node,
    long begun,
    long callNanos,
    long attemptNanos,
    int connectMillis,
    RetryPolicy retry,
    Limits limits) {

  static CallTerms of(ClientConfig config, RequestOptions options, long begun) {
    Timeouts timeouts = options.timeouts(config.timeouts());
    return new CallTerms(
        options.endpoint().map(CallTerms::withoutQuery).orElse(config.baseUrl()),
        begun,
        Nanos.of(timeouts.call()),
        Nanos.of(timeouts.attempt()),
        Nanos.toMillis(timeouts.connect()),
        options.retry().orElse(config.retry()),
        options.limits().orElse(config.limits()));
  }

  private static URI withoutQuery(URI url) {
    String text = url.toString();
    int query = text.indexOf('?');
    return query < 0 ? url : URI.create(text.substring(0, query));
  }
}
