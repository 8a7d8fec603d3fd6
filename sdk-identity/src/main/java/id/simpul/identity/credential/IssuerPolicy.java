package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ResolvedEntity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Says who may issue what. To be trusted is not enough: an agency that issues library cards does
 * not say who lives where. Thread-safe.
 */
public interface IssuerPolicy {
  /**
   * Decides on one credential whose signature holds.
   *
   * @param issuer its issuer, trusted
   * @param type its {@code vct}, one the verifier takes
   * @param claims the claims that are open or were disclosed, so that a policy may keep a city to
   *     its own residents
   * @return true when this issuer may say this
   */
  boolean mayIssue(ResolvedEntity issuer, String type, JsonObject claims);

  /**
   * A fixed list.
   *
   * @param issuers for each type its issuers; what is not listed may not be issued
   * @return the policy
   */
  static IssuerPolicy listed(Map<String, Set<EntityId>> issuers) {
    Map<String, Set<EntityId>> copy = new LinkedHashMap<>();
    issuers.forEach((type, names) -> copy.put(type, Set.copyOf(names)));
    return (issuer, type, claims) -> copy.getOrDefault(type, Set.of()).contains(issuer.id());
  }
}
