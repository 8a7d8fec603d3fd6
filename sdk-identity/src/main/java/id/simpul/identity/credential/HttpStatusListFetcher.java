package id.simpul.identity.credential;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.fetch.Target;
import id.simpul.identity.internal.fetch.TokenFetches;
import id.simpul.identity.wire.StatusListQuery;
import id.simpul.identity.wire.StatusListV1;
import java.net.URI;
import java.time.Duration;

/**
 * Fetches status list tokens over HTTP. Uses no proxy and no cookie, and connects to no address its
 * policy refuses, whatever a credential names as its list and wherever that is redirected to. At
 * most 64 fetches run at the same time; the others wait, and their time runs. Thread-safe; close it
 * when done.
 */
public final class HttpStatusListFetcher implements StatusListFetcher, AutoCloseable {
  /** How long one token may take, redirects included. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** How often one fetch is sent elsewhere. */
  public static final int MAX_REDIRECTS = 3;

  private final TokenFetches fetches;

  /**
   * Makes a fetcher.
   *
   * @param addresses where it may connect to: {@link AddressPolicy#publicOnly()}, perhaps with
   *     networks of one's own; {@link id.simpul.identity.federation.LoopbackPolicy#addresses()} has
   *     both production and development
   * @throws IllegalArgumentException for a policy that looks at no addresses
   */
  public HttpStatusListFetcher(AddressPolicy addresses) {
    this.fetches = new TokenFetches(addresses, MAX_REDIRECTS);
  }

  /**
   * Makes a fetcher over a configuration, for an observer, or for certificates of one's own through
   * {@link ClientConfig.Builder#httpClient}. Its base URL (such as {@link
   * ClientConfig#NO_BASE_URL}), retries and limits are not used; of its timeouts the one for
   * connecting counts, for looking a name up.
   *
   * @param config the configuration, with a policy that restricts addresses
   * @throws IllegalArgumentException when its policy looks at no addresses
   */
  public HttpStatusListFetcher(ClientConfig config) {
    this.fetches = new TokenFetches(config, MAX_REDIRECTS);
  }

  @Override
  public String fetch(URI uri) {
    Target target = new Target(uri, TIMEOUT, StatusListVerifier.MAX_TOKEN_LENGTH);
    try {
      return fetches.get(StatusListV1.GET_TOKEN, StatusListQuery.NOW, target);
    } catch (TrustException e) {
      if (e.reason() != Reason.BUDGET_EXCEEDED) {
        throw e;
      }
      // A list that comes too slowly or is too large is as good as none.
      throw new TrustException(
          Reason.UNREACHABLE, e.fault().who(), e.fault().what(), e.fault().where(), e);
    }
  }

  /** Ends it: fetches that still run fail. */
  @Override
  public void close() {
    fetches.close();
  }
}
