package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;

/** For chains that come complete: nothing else is fetched. */
final class NoFetcher implements StatementFetcher {
  @Override
  public String configuration(EntityId entity, FetchLimits limits) {
    throw absent(StatementName.configurationOf(entity));
  }

  @Override
  public String subordinate(
      URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
    throw absent(new StatementName(issuer, subject));
  }

  private static TrustException absent(StatementName name) {
    String what = "is not among the statements given, and nothing is fetched";
    return new TrustException(Reason.NO_CHAIN, name.toString(), what, "trust_chain");
  }
}
