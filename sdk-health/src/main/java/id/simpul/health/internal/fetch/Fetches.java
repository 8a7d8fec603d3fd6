package id.simpul.health.internal.fetch;

import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.Timeouts;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Gets documents within a time and a number of bytes, from addresses that are looked at before they
 * are connected to. A redirect is followed within its origin alone. Thread-safe.
 */
public final class Fetches implements AutoCloseable {
  /** How often one fetch is sent elsewhere within its origin. */
  public static final int MAX_REDIRECTS = 3;

  /** How long one answer may take, to its last byte. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final Duration LOOK_UP = Duration.ofSeconds(5);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final OperationClient client;

  /**
   * Makes a fetcher.
   *
   * @param config a configuration whose policy restricts addresses
   * @throws IllegalArgumentException when it does not
   */
  public Fetches(ClientConfig config) {
    if (!config.addressPolicy().isRestricted()) {
      throw new IllegalArgumentException("The policy of a fetcher has to look at addresses");
    }
    client = OperationClient.create(config);
  }

  /**
   * Gets a document.
   *
   * @param operation how it is asked for
   * @param address where it is
   * @param maxBytes how much of it is read
   * @return its bytes
   * @throws SimpulException when it cannot be had
   */
  public byte[] get(Operation<NoInput, byte[]> operation, URI address, int maxBytes) {
    URI at = address;
    for (int redirects = 0; ; redirects++) {
      try {
        return client.call(operation, NoInput.NONE, options(at, maxBytes)).body();
      } catch (ApiException e) {
        if (redirects == MAX_REDIRECTS || !REDIRECTS.contains(e.status())) {
          throw e;
        }
        at = within(at, e);
      }
    }
  }

  /**
   * Asks for something with a body, once, and follows no redirect: what the body says is for whom
   * it was addressed to alone.
   *
   * @param operation how it is asked for
   * @param input what is asked
   * @param address where
   * @param maxBytes how much of the answer is read
   * @param <I> the input's type
   * @return the answer's bytes
   * @throws SimpulException when it cannot be had
   */
  public <I> byte[] post(Operation<I, byte[]> operation, I input, URI address, int maxBytes) {
    return client.call(operation, input, options(address, maxBytes)).body();
  }

  private static RequestOptions options(URI address, int maxBytes) {
    return RequestOptions.NONE
        .withEndpoint(address)
        .withRetry(RetryPolicy.NONE)
        .withTimeouts(new Timeouts(LOOK_UP, TIMEOUT, TIMEOUT))
        .withLimits(Limits.DEFAULT.withMaxBytes(maxBytes));
  }

  private static URI within(URI from, ApiException redirect) {
    URI to;
    try {
      to = from.resolve(redirect.headers().first("Location").orElseThrow(() -> redirect));
    } catch (IllegalArgumentException e) {
      throw redirect; // what stands there is no URL
    }
    boolean same =
        from.getScheme().equals(to.getScheme())
            && from.getHost().equalsIgnoreCase(Objects.requireNonNullElse(to.getHost(), ""))
            && from.getPort() == to.getPort();
    if (!same) {
      throw new TrustException(
          Reason.NOT_ALLOWED,
          from.getScheme() + "://" + from.getHost(),
          "sends the request on to another origin",
          "Location",
          redirect);
    }
    return to;
  }

  @Override
  public void close() {
    client.close();
  }
}
