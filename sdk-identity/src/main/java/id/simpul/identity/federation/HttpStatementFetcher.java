package id.simpul.identity.federation;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.operation.NoInput;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.fetch.Target;
import id.simpul.identity.internal.fetch.TokenFetches;
import id.simpul.identity.wire.FederationV1;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Gets entity statements over HTTP. Asks once, follows no redirect, uses no proxy and no cookie,
 * and connects to no address its policy refuses, whatever an entity calls itself or names as its
 * endpoint. At most 64 fetches run at the same time; the others wait, and their time runs.
 * Thread-safe; close it when done.
 */
public final class HttpStatementFetcher implements StatementFetcher, AutoCloseable {
  // OpenID Federation 1.1, section 8.9.
  private static final String NOT_FOUND = "not_found";

  private final TokenFetches fetches;

  /**
   * Makes a fetcher.
   *
   * @param addresses where it may connect to: {@link AddressPolicy#publicOnly()}, perhaps with
   *     networks of one's own; {@link LoopbackPolicy#addresses()} has both production and
   *     development
   * @throws IllegalArgumentException for a policy that looks at no addresses
   */
  public HttpStatementFetcher(AddressPolicy addresses) {
    this.fetches = new TokenFetches(addresses, 0);
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
  public HttpStatementFetcher(ClientConfig config) {
    this.fetches = new TokenFetches(config, 0);
  }

  @Override
  public String configuration(EntityId entity, FetchLimits limits) {
    return fetches.get(
        FederationV1.GET_CONFIGURATION, NoInput.NONE, target(URI.create(entity.value()), limits));
  }

  @Override
  public String subordinate(
      URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
    try {
      return fetches.get(FederationV1.FETCH_STATEMENT, subject, target(fetchEndpoint, limits));
    } catch (TrustException e) {
      throw isNotFound(e.getCause()) ? saysNothing(issuer, subject, e) : e;
    }
  }

  // The word, not the status, which a proxy in front of nothing has too.
  private static boolean isNotFound(@Nullable Throwable cause) {
    return cause instanceof ApiException refused
        && refused.problems().stream().anyMatch(problem -> problem.code().equals(NOT_FOUND));
  }

  // A superior that answers is no matter of addresses and networks.
  private static TrustException saysNothing(EntityId issuer, EntityId subject, TrustException why) {
    return new TrustException(
        Reason.NO_CHAIN,
        issuer.value(),
        "answers, and says nothing of " + subject + ": it has not approved it, or suspended it",
        why.fault().where(),
        why);
  }

  private static Target target(URI address, FetchLimits limits) {
    return new Target(address, limits.timeout(), limits.maxBytes());
  }

  /** Ends it: fetches that still run fail. */
  @Override
  public void close() {
    fetches.close();
  }
}
