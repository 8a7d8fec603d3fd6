package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.net.URI;

/**
 * Gets entity statements from where they are published (OpenID Federation 1.1, sections 8.1 and 9).
 * Where it may connect to (HTTPS, no private addresses, no redirects) is its business; what an
 * answer is worth is not: it hands on the body as it came. A resolver asks for a statement at most
 * once in a resolution and waits for the answer, so an implementation returns or throws within the
 * limits whatever the other side does. Thread-safe.
 */
public interface StatementFetcher {
  /**
   * Gets what an entity publishes about itself, from {@link EntityConfiguration#location}.
   *
   * @param entity whose configuration
   * @param limits how much time and how many bytes it may take
   * @return the body of an answer with status 200 and type {@code application/entity-statement+jwt}
   * @throws TrustException {@code UNREACHABLE} when there is no such answer, {@code
   *     BUDGET_EXCEEDED} when a limit is passed, {@code NOT_ALLOWED} when the address is
   */
  String configuration(EntityId entity, FetchLimits limits);

  /**
   * Gets what an entity publishes about one below it.
   *
   * @param fetchEndpoint the fetch endpoint of the issuer, as its configuration names it; the
   *     request adds the parameter {@code sub}
   * @param issuer the entity that is asked
   * @param subject the entity below it
   * @param limits how much time and how many bytes it may take
   * @return the body of an answer with status 200 and type {@code application/entity-statement+jwt}
   * @throws TrustException {@code NO_CHAIN} when the issuer answers that it says nothing of the
   *     subject, {@code UNREACHABLE} when there is no such answer, {@code BUDGET_EXCEEDED} when a
   *     limit is passed, {@code NOT_ALLOWED} when the address is
   */
  String subordinate(URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits);
}
