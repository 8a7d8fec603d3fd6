package id.simpul.identity.testing;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.EntityStatement;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity of a {@link FederationFixture}, with its keys and what it says. */
public final class Member {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;
  private final EntityId id;
  private final SigningKey federationKey = newKey();
  private final SigningKey nodeKey = newKey();
  private final Draft configuration;
  private final Map<EntityId, Draft> statements = new LinkedHashMap<>();
  private final JsonObject.Builder metadata = JsonObject.builder();

  Member(EntityId id, InstantSource clock, List<Member> superiors) {
    this.id = id;
    this.clock = clock;
    configuration = draft(id).putKeys("jwks", federationKey);
    if (!superiors.isEmpty()) {
      configuration.put("authority_hints", superiors.stream().map(m -> m.id.value()).toList());
    }
    JsonObject endpoint =
        JsonObject.builder().put("federation_fetch_endpoint", fetchEndpoint().toString()).build();
    metadata("federation_entity", endpoint);
    metadata("simpul_node", JsonObject.builder().put("jwks", Draft.jwks(nodeKey)).build());
    superiors.forEach(superior -> superior.about(this));
  }

  /** A key of nobody. */
  public static SigningKey newKey() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, RANDOM);
  }

  private Draft draft(EntityId subject) {
    return new Draft(EntityStatement.TYPE, federationKey, clock)
        .put("iss", id.value())
        .put("sub", subject.value());
  }

  /** Who it is. */
  public EntityId id() {
    return id;
  }

  /** The key it signs statements with. */
  public SigningKey federationKey() {
    return federationKey;
  }

  /** The key it signs messages with. */
  public SigningKey nodeKey() {
    return nodeKey;
  }

  /** Where it answers for those below it. */
  public URI fetchEndpoint() {
    return URI.create(id.value() + "/fetch");
  }

  /** What it says of itself; changes show in what is served from now on. */
  public Draft configuration() {
    return configuration;
  }

  /** Sets the metadata of a role. */
  public Member metadata(String type, JsonObject parameters) {
    configuration.put("metadata", metadata.put(type, parameters).build());
    return this;
  }

  /** What it says of another, which it says from now on. */
  public Draft about(Member subordinate) {
    return statements.computeIfAbsent(
        subordinate.id, sub -> draft(sub).putKeys("jwks", subordinate.federationKey));
  }

  /** Says nothing of another any more. */
  public void forget(Member subordinate) {
    statements.remove(subordinate.id);
  }

  Map<EntityId, Draft> statements() {
    return statements;
  }

  /** The keys others know it by. */
  public JwkSet keys() {
    return JwkSet.of(List.of(PublicJwk.of(federationKey.publicKey())));
  }

  /** The anchor it is when it is pinned. */
  public TrustAnchor pinned() {
    return new TrustAnchor(id, keys());
  }

  @Override
  public String toString() {
    return id.value();
  }
}
