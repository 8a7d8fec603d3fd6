package id.simpul.identity.internal.fetch;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.Timeouts;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Operation;
import id.simpul.identity.TrustException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets tokens within a time and a number of bytes, whatever the other side does: once, without
 * cookies or proxies, from addresses the policy allows. At most 64 fetches run at the same time,
 * the bound of asynchronous calls; the others wait, and their time runs. Thread-safe.
 */
public final class TokenFetches implements AutoCloseable {
  /** How long a name is looked up at most. */
  public static final Duration LOOK_UP = Duration.ofSeconds(2);

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  // The thread that waits says when time is up, so that the reason is always the same one; the
  // client would say it later.
  private static final Duration LATER = Duration.ofSeconds(1);

  private final OperationClient client;
  private final int maxRedirects;

  /**
   * Makes a fetcher.
   *
   * @param addresses where it may connect to
   * @param maxRedirects how often one fetch is sent elsewhere; each address is checked anew
   * @throws IllegalArgumentException when the policy looks at no addresses
   */
  public TokenFetches(AddressPolicy addresses, int maxRedirects) {
    this(
        ClientConfig.builder(ClientConfig.NO_BASE_URL)
            .addressPolicy(addresses)
            .timeouts(new Timeouts(LOOK_UP, Timeouts.DEFAULT_ATTEMPT, Timeouts.DEFAULT_CALL))
            .build(),
        maxRedirects);
  }

  /**
   * Makes a fetcher over a configuration of one's own. Its base URL, retries and limits are not
   * used, and of its timeouts the one for looking names up alone.
   *
   * @param config the configuration
   * @param maxRedirects how often one fetch is sent elsewhere; each address is checked anew
   * @throws IllegalArgumentException when its policy looks at no addresses
   */
  public TokenFetches(ClientConfig config, int maxRedirects) {
    StrangersAddresses.require(config.addressPolicy());
    this.client = OperationClient.create(config);
    this.maxRedirects = maxRedirects;
  }

  /**
   * Gets a token.
   *
   * @param operation how it is asked for
   * @param input what is asked; adds nothing to the URL where redirects are followed, because the
   *     URL of a redirect is whole
   * @param target where, and within which limits
   * @param <I> the input's type
   * @return the token, not verified
   * @throws TrustException {@code NOT_ALLOWED} when the address is not, {@code BUDGET_EXCEEDED}
   *     when a limit is passed, {@code UNREACHABLE} when there is no such answer
   */
  public <I> String get(Operation<I, String> operation, I input, Target target) {
    return get(operation, input, target, System.nanoTime(), maxRedirects);
  }

  private <I> String get(
      Operation<I, String> operation, I input, Target target, long begun, int redirects) {
    FetchFailures failures = new FetchFailures(target, operation.id());
    try {
      long left = target.timeout().toNanos() - (System.nanoTime() - begun);
      RequestOptions options = options(target, failures);
      return await(client.callAsync(operation, input, options), left, failures);
    } catch (ApiException e) {
      if (redirects == 0 || !REDIRECTS.contains(e.status())) {
        throw failures.of(e);
      }
      return get(operation, input, target.at(location(e, failures)), begun, redirects - 1);
    }
  }

  private static RequestOptions options(Target target, FetchFailures failures) {
    Duration attempt = target.timeout().plus(LATER);
    try {
      return RequestOptions.NONE
          .withEndpoint(target.address())
          .withRetry(RetryPolicy.NONE)
          .withTimeouts(new Timeouts(attempt, attempt, attempt))
          .withLimits(Limits.DEFAULT.withMaxBytes(target.maxBytes()));
    } catch (IllegalArgumentException e) {
      throw failures.malformed();
    }
  }

  private static String await(
      CompletableFuture<ApiResponse<String>> answer, long nanos, FetchFailures failures) {
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS).body();
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failures.late();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failures.interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApiException refused) {
        throw refused;
      }
      if (e.getCause() instanceof SimpulException failure) {
        throw failures.of(failure);
      }
      throw new IllegalStateException("A fetch failed in a way of its own", e.getCause());
    }
  }

  private static URI location(ApiException redirect, FetchFailures failures) {
    try {
      return redirect
          .headers()
          .first("Location")
          .map(location -> failures.target().address().resolve(location))
          .orElseThrow(() -> failures.of(redirect));
    } catch (IllegalArgumentException e) {
      throw failures.of(redirect); // what stands there is no URL
    }
  }

  /** Ends it: fetches that still run are cancelled. */
  @Override
  public void close() {
    client.close();
  }
}
