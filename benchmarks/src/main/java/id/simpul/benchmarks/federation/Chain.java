package id.simpul.benchmarks.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.EntityConfigurationIssuer;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.federation.FederationKeys;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.StatementFetcher;
import id.simpul.identity.federation.Subordinate;
import id.simpul.identity.federation.SubordinateStatementIssuer;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A city, the province above it and the anchor above that: the city's configuration, what the
 * province says of the city, what the anchor says of the province, and the anchor's configuration.
 */
final class Chain {
  static final EntityId CITY = new EntityId("https://kota.contoh.invalid");

  private static final EntityId PROVINCE = new EntityId("https://provinsi.contoh.invalid");
  private static final EntityId ANCHOR = new EntityId("https://federasi.contoh.invalid");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T01:15:30Z"));

  private final SecureRandom random = new SecureRandom();
  private final SignatureAlgorithm algorithm;
  private final FederationKeys city;
  private final FederationKeys province;
  private final FederationKeys anchor;
  private final SigningKey cityNodeKey;
  private final String provinceConfiguration;
  private final List<String> statements;

  /** One of the four, and the key that it is signed with. */
  record Signed(String statement, PublicJwk key) {}

  Chain(SignatureAlgorithm algorithm) {
    this.algorithm = algorithm;
    city = newKeys();
    province = newKeys();
    anchor = newKeys();
    cityNodeKey = key();
    provinceConfiguration = configuration(PROVINCE, province, List.of(ANCHOR), key());
    statements =
        List.of(
            configuration(CITY, city, List.of(PROVINCE), cityNodeKey),
            statement(PROVINCE, province, CITY, city),
            statement(ANCHOR, anchor, PROVINCE, province),
            configuration(ANCHOR, anchor, List.of(), key()));
  }

  private FederationKeys newKeys() {
    return FederationKeys.of(key());
  }

  private SigningKey key() {
    return SigningKeys.generate(algorithm, random);
  }

  private static String configuration(
      EntityId entity, FederationKeys keys, List<EntityId> superiors, SigningKey nodeKey) {
    JwkSet nodeKeys = JwkSet.of(List.of(PublicJwk.of(nodeKey.publicKey())));
    EntityConfigurationIssuer.Builder builder =
        EntityConfigurationIssuer.builder(entity, keys, CLOCK)
            .metadata(EntityTypes.NODE, JsonObject.builder().put("jwks", nodeKeys.toJson()).build())
            .metadata(
                EntityTypes.FEDERATION_ENTITY,
                JsonObject.builder()
                    .put("federation_fetch_endpoint", endpoint(entity).toString())
                    .put("organization_name", entity.value())
                    .build());
    return (superiors.isEmpty() ? builder : builder.authorityHints(superiors)).build().issue();
  }

  private static URI endpoint(EntityId entity) {
    return URI.create(entity + "/federation/fetch");
  }

  private static String statement(
      EntityId superior, FederationKeys keys, EntityId subordinate, FederationKeys theirs) {
    return new SubordinateStatementIssuer(superior, keys, CLOCK)
        .issue(Subordinate.of(subordinate, theirs.published()));
  }

  /** The four, the city's configuration first. */
  List<String> statements() {
    return statements;
  }

  /** The four with their keys. */
  List<Signed> signatures() {
    return List.of(
        new Signed(statements.get(0), publicKey(city)),
        new Signed(statements.get(1), publicKey(province)),
        new Signed(statements.get(2), publicKey(anchor)),
        new Signed(statements.get(3), publicKey(anchor)));
  }

  /** The keys that somebody who trusts the city has to take in. */
  List<PublicJwk> keys() {
    return List.of(
        publicKey(city),
        publicKey(province),
        publicKey(anchor),
        PublicJwk.of(cityNodeKey.publicKey()));
  }

  private static PublicJwk publicKey(FederationKeys keys) {
    return PublicJwk.of(keys.signing().publicKey());
  }

  /** A resolver that knows the anchor and nothing else, over a network that takes no time. */
  ChainResolver resolver() {
    TrustAnchor pinned = new TrustAnchor(ANCHOR, anchor.published());
    return ChainResolver.builder(List.of(pinned), new Published()).clock(CLOCK).build();
  }

  /** What is published, at hand. */
  private final class Published implements StatementFetcher {
    private final Map<EntityId, String> configurations =
        Map.of(CITY, statements.get(0), PROVINCE, provinceConfiguration, ANCHOR, statements.get(3));
    private final Map<EntityId, String> subordinates =
        Map.of(CITY, statements.get(1), PROVINCE, statements.get(2));

    @Override
    public String configuration(EntityId entity, FetchLimits limits) {
      return Objects.requireNonNull(configurations.get(entity));
    }

    @Override
    public String subordinate(
        URI fetchEndpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
      return Objects.requireNonNull(subordinates.get(subject));
    }
  }
}
