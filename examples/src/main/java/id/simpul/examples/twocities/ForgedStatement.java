package id.simpul.examples.twocities;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.FederationKeys;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.StatementFetcher;
import id.simpul.identity.federation.Subordinate;
import id.simpul.identity.federation.SubordinateStatementIssuer;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * Somebody on the way who answers in a superior's name: the statement about one entity is theirs,
 * well formed and signed with a key of their own. All others come as they are.
 */
final class ForgedStatement implements StatementFetcher {
  private final StatementFetcher honest;
  private final EntityId victim;
  private final SigningKey key;

  ForgedStatement(StatementFetcher honest, EntityId victim, SecureRandom random) {
    this.honest = honest;
    this.victim = victim;
    this.key = SigningKeys.generate(SignatureAlgorithm.ED25519, random);
  }

  @Override
  public String configuration(EntityId entity, FetchLimits limits) {
    return honest.configuration(entity, limits);
  }

  @Override
  public String subordinate(
      URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
    if (!subject.equals(victim)) {
      return honest.subordinate(fetchEndpoint, issuer, subject, limits);
    }
    JwkSet keys = JwkSet.of(List.of(PublicJwk.of(key.publicKey())));
    return new SubordinateStatementIssuer(issuer, FederationKeys.of(key), InstantSource.system())
        .issue(Subordinate.of(subject, keys));
  }
}
