package id.simpul.node.internal.federation;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.EntityConfigurationIssuer;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.identity.federation.FederationKeys;
import id.simpul.identity.federation.HistoricalKey;
import id.simpul.identity.federation.HistoricalKeysIssuer;
import id.simpul.identity.federation.SubordinateStatementIssuer;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeFederation;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.config.KeyRing;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a node says of itself and of those below it. Reads files and signs, so never ask it on an
 * event loop. Thread-safe.
 */
public final class FederationEntity {
  private final NodeConfig config;
  private final NodeFederation federation;
  private final FederationFiles files;
  private final SubordinateBook book;
  private final StatementShelf shelf;
  private final SecureRandom random;
  private volatile KeyRing ring;

  /**
   * An entity; its first federation key is made when there is none.
   *
   * @param config who the node is, and its place in the federation
   * @param random where the bits of new keys come from
   * @throws ConfigException when a key is to sign statements and messages
   */
  public FederationEntity(NodeConfig config, SecureRandom random) {
    this.config = config;
    this.federation = config.federation();
    this.files = new FederationFiles(config.dataDirectory());
    this.book = new SubordinateBook(files);
    this.shelf = new StatementShelf(files.statements(), config.clock());
    this.random = random;
    this.ring = KeyRing.open(files.firstKey(), random);
    checkKeysApart(config, ring);
  }

  // OpenID Federation 1.1, section 3.1.1: federation keys are used for nothing else.
  private static void checkKeysApart(NodeConfig config, KeyRing ring) {
    Set<String> messages = new HashSet<>(Set.of(config.signingKey().publicKey().keyId()));
    config.federation().otherMessageKeys().forEach(key -> messages.add(key.keyId()));
    if (ring.published().stream().map(VerificationKey::keyId).anyMatch(messages::contains)) {
      throw new ConfigException(
          List.of(
              new Violation(
                  Violation.CONFLICT,
                  "signing-key-file",
                  "is a key statements are signed with; name another file")));
    }
  }

  /**
   * Who speaks.
   *
   * @return its identifier
   */
  public EntityId id() {
    return config.entityId();
  }

  /** Looks whether the keys were rolled over, and signs anew what is due. */
  void renew() {
    ring = KeyRing.open(files.firstKey(), random);
    configuration();
    if (federation.isAuthority()) {
      book.all().stream().filter(r -> r.standing().active()).forEach(this::statement);
    }
  }

  /**
   * What the node says of itself.
   *
   * @return its entity configuration
   * @throws id.simpul.identity.TrustException when it cannot be signed
   */
  public String configuration() {
    KeyRing keys = ring;
    JsonObject node = nodeMetadata();
    JsonObject member = memberMetadata(keys);
    EntityConfigurationIssuer.Builder issuer =
        EntityConfigurationIssuer.builder(config.entityId(), federationKeys(keys), config.clock())
            .metadata(EntityTypes.NODE, node)
            .metadata(EntityTypes.FEDERATION_ENTITY, member)
            .lifetime(federation.lifetime());
    if (!federation.superiors().isEmpty()) {
      issuer.authorityHints(federation.superiors());
    }
    List<EntityId> anchors = federation.anchors().stream().map(TrustAnchor::id).toList();
    if (!anchors.isEmpty()) {
      issuer.trustAnchorHints(anchors);
    }
    JsonObject content =
        JsonObject.builder()
            .put("superiors", JsonArray.ofStrings(ids(federation.superiors())))
            .put("anchors", JsonArray.ofStrings(ids(anchors)))
            .put("node", node)
            .put("member", member)
            .build();
    return shelf.get(order(configurationName(), keys, content, () -> issuer.build().issue()));
  }

  private static List<String> ids(List<EntityId> entities) {
    return entities.stream().map(EntityId::value).toList();
  }

  private JsonObject nodeMetadata() {
    List<VerificationKey> keys = new ArrayList<>(List.of(config.signingKey().publicKey()));
    keys.addAll(federation.otherMessageKeys());
    keys.addAll(config.credentials().publishedKeys(config.clock().instant()));
    return JsonObject.builder()
        .put("jwks", JwkSet.of(keys.stream().map(PublicJwk::of).toList()).toJson())
        .put("region", config.region().code())
        .put("georeport_endpoint", config.baseUrl() + NodePaths.GEOREPORT)
        .build();
  }

  private JsonObject memberMetadata(KeyRing keys) {
    JsonObject.Builder member = JsonObject.builder();
    if (!config.contact().isEmpty()) {
      member.put("contacts", JsonArray.ofStrings(List.of(config.contact())));
    }
    if (federation.isAuthority()) {
      member.put("federation_fetch_endpoint", config.baseUrl() + NodePaths.FEDERATION_FETCH);
      member.put("federation_list_endpoint", config.baseUrl() + NodePaths.FEDERATION_LIST);
    }
    if (!keys.retired().isEmpty()) {
      member.put(
          "federation_historical_keys_endpoint",
          config.baseUrl() + NodePaths.FEDERATION_HISTORICAL_KEYS);
    }
    return member.build();
  }

  /**
   * What the node says of one below it.
   *
   * @param subject as a stranger may have written it
   * @return the statement, or empty when it says nothing of it
   * @throws id.simpul.identity.TrustException when it cannot be signed
   */
  public Optional<String> statement(EntityId subject) {
    return book.find(subject).filter(r -> r.standing().active()).map(this::statement);
  }

  private String statement(SubordinateRecord record) {
    KeyRing keys = ring;
    SubordinateStatementIssuer issuer =
        new SubordinateStatementIssuer(config.entityId(), federationKeys(keys), config.clock())
            .withLifetime(federation.lifetime())
            .withSourceEndpoint(URI.create(config.baseUrl() + NodePaths.FEDERATION_FETCH));
    return shelf.get(
        order(
            statementName(record.entity()),
            keys,
            record.toJson(),
            () -> issuer.issue(record.toSubordinate())));
  }

  /**
   * Those below the node that it speaks for.
   *
   * @return their records by name
   */
  public List<SubordinateRecord> subordinates() {
    return book.all().stream().filter(r -> r.standing().active()).toList();
  }

  /**
   * The keys the node has signed statements with before.
   *
   * @return the signed list
   * @throws id.simpul.identity.TrustException when it cannot be signed
   */
  public String historicalKeys() {
    KeyRing keys = ring;
    List<String> kids = keys.retired().stream().map(old -> old.key().kid()).toList();
    JsonObject content = JsonObject.builder().put("retired", JsonArray.ofStrings(kids)).build();
    return shelf.get(
        order("former keys of " + config.entityId(), keys, content, () -> formerKeys(keys)));
  }

  private String formerKeys(KeyRing keys) {
    return new HistoricalKeysIssuer(config.entityId(), federationKeys(keys), config.clock())
        .issue(
            keys.retired().stream()
                .map(old -> new HistoricalKey(old.key(), old.until(), null))
                .toList());
  }

  /**
   * Until when its statements hold.
   *
   * @return an alarm for each that was signed
   */
  public List<ExpiryAlarm> alarms() {
    List<ExpiryAlarm> alarms = new ArrayList<>();
    shelf.alarm(configurationName()).ifPresent(alarms::add);
    if (federation.isAuthority()) {
      subordinates().forEach(r -> shelf.alarm(statementName(r.entity())).ifPresent(alarms::add));
    }
    return alarms;
  }

  /**
   * Hands out a statement no more.
   *
   * @param subject whom it is about
   */
  public void forget(EntityId subject) {
    shelf.remove(statementName(subject));
  }

  /**
   * The keys it signs statements with.
   *
   * @return the ring as it was last looked at
   */
  public KeyRing keys() {
    return ring;
  }

  private String configurationName() {
    return "configuration of " + config.entityId();
  }

  private String statementName(EntityId subject) {
    return "statement of " + config.entityId() + " about " + subject;
  }

  // The shelf signs anew when any of this is not what it was.
  private StatementShelf.Order order(
      String name, KeyRing keys, JsonObject content, Supplier<String> issuer) {
    List<String> kids = keys.published().stream().map(VerificationKey::keyId).toList();
    JsonObject whole =
        JsonObject.builder()
            .put("keys", JsonArray.ofStrings(kids))
            .put("lifetime", federation.lifetime().lifetime().toString())
            .put("content", content)
            .build();
    return new StatementShelf.Order(
        name, FederationFiles.sha256(Json.toBytes(whole)), federation.lifetime(), issuer);
  }

  private static FederationKeys federationKeys(KeyRing ring) {
    FederationKeys keys = FederationKeys.of(ring.signing());
    for (VerificationKey other : ring.others()) {
      keys = keys.publish(other);
    }
    return keys;
  }
}
