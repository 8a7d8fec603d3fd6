package id.simpul.node.internal.config;

import id.simpul.core.AddressPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.AddressBlock;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.RegionTable;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.StatementLifetime;
import id.simpul.node.ApiKey;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeBooking;
import id.simpul.node.NodeCapacity;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeCredentials;
import id.simpul.node.NodeFederation;
import id.simpul.node.NodeHealth;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Turns settings into a node's configuration; every wrong value is named at once. */
public final class ConfigLoader {
  private final Settings settings;
  private final SecureRandom random;
  private final InstantSource clock;
  private final List<Violation> violations = new ArrayList<>();
  private NodeFederation federation = NodeFederation.ALONE;
  private NodeCredentials credentials = NodeCredentials.NONE;

  private ConfigLoader(Settings settings, SecureRandom random, InstantSource clock) {
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes the configuration; a missing signing key is made on the way.
   *
   * @param settings what the operator gave
   * @param random where new keys come from
   * @param clock says from when on a certificate is good that is made on the way
   * @return the configuration
   * @throws ConfigException when something is wrong; names all of it
   */
  public static NodeConfig load(Settings settings, SecureRandom random, InstantSource clock) {
    return new ConfigLoader(settings, random, clock).load();
  }

  private NodeConfig load() {
    NodeConfigBuilder config = NodeConfig.builder();
    boolean insecure = flag(Setting.ALLOW_INSECURE_LOOPBACK_FOR_DEVELOPMENT);
    if (insecure) {
      config.allowInsecureLoopbackForDevelopment();
    }
    value(Setting.BASE_URL, "must be a URL", URI::create, config::baseUrl);
    each(Setting.ALIASES, "must be URLs", URI::create, config::alias);
    config.listen(settings.get(Setting.LISTEN_HOST), number(Setting.LISTEN_PORT, 0, 65_535));
    value(Setting.REGION, "must be a region of the Kemendagri table", this::region, config::region);
    value(Setting.TIME_ZONE, "must be a zone such as Asia/Jakarta", ZoneId::of, config::timeZone);
    config.contact(settings.get(Setting.CONTACT));
    config.openReading(choice(Setting.READING, "open", "key"));
    config.capacity(
        new NodeCapacity(
            number(Setting.QUEUE_COMMANDS, 1, Integer.MAX_VALUE),
            number(Setting.QUEUE_BYTES, 1, Integer.MAX_VALUE),
            number(Setting.COMMIT_BATCH, 1, 10_000),
            number(Setting.EVENT_LOOPS, 1, 64)));
    each(
        Setting.RESIDENT_CREDENTIAL_ISSUERS,
        "must be https URLs, each with =REGION when nobody above it says its region",
        text -> issuer(text, insecure),
        taken -> credentials = taken.apply(credentials));
    federation = federation(insecure);
    files(config, insecure);
    config.federation(federation).credentials(credentials);
    if (flag(Setting.HEALTH)) {
      gather(() -> config.health(health()));
    }
    if (!violations.isEmpty()) {
      throw new ConfigException(violations);
    }
    return config.build();
  }

  private NodeHealth health() {
    NodeHealth health =
        NodeHealth.NONE
            .withBooking(
                new NodeBooking(
                    Duration.ofMinutes(number(Setting.BOOKING_HOLD_MINUTES, 1, 60)),
                    Duration.ofDays(number(Setting.BOOKING_RETENTION_DAYS, 1, 3650)),
                    number(Setting.BOOKING_HOLDS_PER_CALLER, 1, NodeBooking.MAX_HOLDS_PER_CALLER)))
            .serving();
    String office = settings.get(Setting.HEALTH_CERTIFICATES_ISSUER);
    if (office.isBlank()) {
      return health;
    }
    return healthSigners(settings, random).open(health, clock.instant());
  }

  /**
   * The files of those who sign health certificates.
   *
   * @param settings what the operator gave
   * @param random where new keys come from
   * @return files in the data directory
   * @throws ConfigException when the office's name is too long
   */
  public static HealthSignerFiles healthSigners(Settings settings, SecureRandom random) {
    return new HealthSignerFiles(
        settings.path(Setting.DATA_DIRECTORY).orElseThrow(),
        settings.get(Setting.HEALTH_CERTIFICATES_ISSUER),
        random);
  }

  private void files(NodeConfigBuilder config, boolean insecure) {
    gather(() -> {
      Path data = settings.path(Setting.DATA_DIRECTORY).orElseThrow();
      new NodeFiles(data);
      config.dataDirectory(data);
      gather(() -> {
        KeyRing ring = KeyRing.open(signingKeyFile(settings), random);
        config.signingKey(ring.signing());
        federation = federation.withOtherMessageKeys(ring.others());
      });
      if (flag(Setting.ISSUE_RESIDENT_CREDENTIALS)) {
        gather(() -> issueWith(KeyRing.ofCredentials(data, random)));
      }
    });
    gather(() -> apiKeys().forEach(config::apiKey));
    gather(() ->
        settings
            .path(Setting.SERVICES_FILE)
            .ifPresent(file -> config.services(new ServicesFile(file).read())));
    gather(() ->
        settings
            .path(Setting.PEERS_FILE)
            .ifPresent(f -> config.peers(new PeersFile(f).read(insecure))));
    gather(() ->
        settings
            .path(Setting.TRUST_ANCHORS_FILE)
            .ifPresent(
                f -> federation = federation.withAnchors(new AnchorsFile(f).read(insecure))));
  }

  // A key that is needed no more is left out by the node itself, whose clock is the one that
  // counts.
  private void issueWith(KeyRing ring) {
    credentials = credentials.issuing(ring.signing());
    ring.next().ifPresent(next -> credentials = credentials.withNextKey(next.publicKey()));
    for (RetiredKey old : ring.retired()) {
      credentials = credentials.withFormerKey(old.key().key(), old.until());
    }
  }

  private UnaryOperator<NodeCredentials> issuer(String text, boolean insecure) {
    int equals = text.indexOf('=');
    EntityId issuer = entity(equals < 0 ? text : text.substring(0, equals), insecure);
    if (equals < 0) {
      return taking -> taking.taking(issuer);
    }
    RegionCode region = region(text.substring(equals + 1));
    return taking -> taking.taking(issuer, region);
  }

  private NodeFederation federation(boolean insecure) {
    List<EntityId> superiors = entities(Setting.SUPERIORS, insecure);
    List<AddressBlock> networks = new ArrayList<>();
    each(
        Setting.PRIVATE_NETWORKS,
        "must be blocks of private addresses such as 10.20.0.0/16",
        ConfigLoader::privateNetwork,
        networks::add);
    NodeFederation place =
        NodeFederation.ALONE
            .withSuperiors(superiors)
            .withPrivateNetworks(networks)
            .withLifetime(
                new StatementLifetime(
                    Duration.ofDays(number(Setting.STATEMENT_DAYS, 2, 14)), Duration.ofDays(1)));
    return flag(Setting.AUTHORITY) ? place.asAuthority() : place;
  }

  private List<EntityId> entities(Setting setting, boolean insecure) {
    List<EntityId> entities = new ArrayList<>();
    each(
        setting,
        "must be https URLs; plain http on loopback is for development",
        text -> entity(text, insecure),
        entities::add);
    return entities;
  }

  private <T> void each(
      Setting setting, String rule, Function<String, T> parser, Consumer<T> target) {
    Arrays.stream(settings.get(setting).split(",", -1))
        .filter(text -> !text.isBlank())
        .forEach(text -> parse(setting, text.strip(), rule, parser, target));
  }

  // The policy itself refuses what is not private; asked here, where the setting has a name.
  private static AddressBlock privateNetwork(String text) {
    AddressBlock network = AddressBlock.of(text);
    AddressPolicy.publicOnly().allowing(network);
    return network;
  }

  private static EntityId entity(String text, boolean insecure) {
    EntityId entity = new EntityId(text);
    if (entity.isInsecureLoopback() && !insecure) {
      throw new IllegalArgumentException("Plain http is for development");
    }
    return entity;
  }

  // Only the default file may be absent: a misspelt name must not lock everybody out unseen.
  private List<ApiKey> apiKeys() {
    ApiKeyFile file = apiKeyFile(settings);
    return settings.path(Setting.API_KEYS_FILE).isPresent() ? file.readExisting() : file.read();
  }

  /**
   * The file with API keys.
   *
   * @param settings what the operator gave
   * @return the file named, or {@code api-keys.json} in the data directory
   */
  public static ApiKeyFile apiKeyFile(Settings settings) {
    return new ApiKeyFile(
        settings
            .path(Setting.API_KEYS_FILE)
            .orElseGet(() ->
                settings.path(Setting.DATA_DIRECTORY).orElseThrow().resolve("api-keys.json")));
  }

  /**
   * Where the first of the keys is that the node signs messages with.
   *
   * @param settings what the operator gave
   * @return the file named, or {@code signing-key.pem} in the data directory
   */
  public static Path signingKeyFile(Settings settings) {
    return settings
        .path(Setting.SIGNING_KEY_FILE)
        .orElseGet(
            () -> settings.path(Setting.DATA_DIRECTORY).orElseThrow().resolve("signing-key.pem"));
  }

  // One broken file must not hide what is wrong with the next.
  private void gather(Runnable part) {
    try {
      part.run();
    } catch (ConfigException e) {
      violations.addAll(e.violations());
    } catch (SimpulException e) {
      violations.add(new Violation(Violation.MALFORMED, e.fault().who(), e.fault().what()));
    }
  }

  private RegionCode region(String code) {
    RegionCode region =
        new RegionCode(RegionCode.Scheme.KEMENDAGRI, RegionTable.EDITION_2025, code);
    if (!RegionTable.kemendagri2025().contains(region)) {
      throw new IllegalArgumentException("No such region");
    }
    return region;
  }

  private <T> void value(
      Setting setting, String rule, Function<String, T> parser, Consumer<T> target) {
    parse(setting, settings.get(setting), rule, parser, target);
  }

  private <T> void parse(
      Setting setting, String text, String rule, Function<String, T> parser, Consumer<T> target) {
    Optional<T> parsed;
    try {
      parsed = Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      violations.add(new Violation(Violation.TYPE, setting.key(), rule));
      return;
    }
    parsed.ifPresent(target);
  }

  private int number(Setting setting, int min, int max) {
    try {
      int number = Integer.parseInt(settings.get(setting));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      violations.add(new Violation(Violation.TYPE, setting.key(), "must be a whole number"));
      return min;
    }
    violations.add(
        new Violation(Violation.RANGE, setting.key(), "must lie between " + min + " and " + max));
    return min;
  }

  private boolean flag(Setting setting) {
    return choice(setting, "true", "false");
  }

  private boolean choice(Setting setting, String yes, String no) {
    String value = settings.get(setting);
    if (!value.equals(yes) && !value.equals(no)) {
      violations.add(
          new Violation(Violation.CHOICE, setting.key(), "must be " + yes + " or " + no));
    }
    return value.equals(yes);
  }
}
