package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A federation whose statements our own issuers made, each once. */
final class IssuedFederation implements StatementFetcher {
  private final SecureRandom random = new SecureRandom();
  private final Map<EntityId, FederationKeys> keys = new HashMap<>();
  private final Map<List<EntityId>, String> served = new HashMap<>();
  private final SignatureAlgorithm algorithm;
  private final InstantSource clock;

  /** One without members, whose keys are of an algorithm and whose statements of a time. */
  IssuedFederation(SignatureAlgorithm algorithm, Instant time) {
    this.algorithm = algorithm;
    this.clock = InstantSource.fixed(time);
  }

  /** Publishes an entity below others, which were published before. */
  void publish(EntityId entity, EntityId... superiors) {
    FederationKeys own = FederationKeys.of(SigningKeys.generate(algorithm, random));
    keys.put(entity, own);
    JsonObject endpoint =
        JsonObject.builder().put("federation_fetch_endpoint", entity.value() + "/fetch").build();
    EntityConfigurationIssuer.Builder configuration =
        EntityConfigurationIssuer.builder(entity, own, clock)
            .metadata(EntityTypes.FEDERATION_ENTITY, endpoint);
    if (superiors.length > 0) {
      configuration.authorityHints(Arrays.asList(superiors));
    }
    served.put(List.of(entity), configuration.build().issue());
    for (EntityId superior : superiors) {
      SubordinateStatementIssuer issuer =
          new SubordinateStatementIssuer(superior, keys.get(superior), clock);
      served.put(List.of(superior, entity), issuer.issue(Subordinate.of(entity, own.published())));
    }
  }

  /** The keys others know an entity by. */
  JwkSet keys(EntityId entity) {
    return keys.get(entity).published();
  }

  /** What is published of an entity, or by one about another. */
  String served(EntityId... path) {
    return Optional.ofNullable(served.get(List.of(path)))
        .orElseThrow(
            () -> new TrustException(Reason.UNREACHABLE, path[0].value(), "has none", "fetch"));
  }

  @Override
  public String configuration(EntityId entity, FetchLimits limits) {
    return served(entity);
  }

  @Override
  public String subordinate(
      URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
    return served(issuer, subject);
  }
}
