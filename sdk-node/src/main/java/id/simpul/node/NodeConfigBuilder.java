package id.simpul.node;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.SigningKey;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.TrustResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects a configuration; {@link #build} names everything that is missing. Made by {@link
 * NodeConfig#builder()}. Not thread-safe.
 */
public final class NodeConfigBuilder {
  final List<URI> aliases = new ArrayList<>();
  final List<OfferedService> services = new ArrayList<>();
  final List<ApiKey> apiKeys = new ArrayList<>();
  @Nullable URI baseUrl;
  String listenHost = "127.0.0.1";
  int listenPort;
  @Nullable Path dataDirectory;
  @Nullable RegionCode region;
  String contact = "";
  ZoneId timeZone = ZoneId.of("Asia/Jakarta");
  @Nullable SigningKey signingKey;
  TrustResolver peers = new PinnedEntities(List.of());
  NodeFederation federation = NodeFederation.ALONE;
  NodeCredentials credentials = NodeCredentials.NONE;
  NodeHealth health = NodeHealth.NONE;
  boolean openReading = true;
  NodeCapacity capacity = NodeCapacity.DEFAULT;
  boolean insecureLoopbackAllowed;
  InstantSource clock = InstantSource.system();

  NodeConfigBuilder() {}

  /**
   * What citizens' apps and peers call this node. Required.
   *
   * @param value an https URL; plain http on loopback only with {@link
   *     #allowInsecureLoopbackForDevelopment}
   * @return this
   */
  public NodeConfigBuilder baseUrl(URI value) {
    this.baseUrl = BaseUrls.withoutSlash(value);
    return this;
  }

  /**
   * Another base URL a gateway offers this node under. Default: none.
   *
   * @param value a URL as {@link #baseUrl} takes it
   * @return this
   */
  public NodeConfigBuilder alias(URI value) {
    aliases.add(BaseUrls.withoutSlash(value));
    return this;
  }

  /**
   * Where to listen. Default: any free port on 127.0.0.1.
   *
   * @param host an address
   * @param port a port, 0 for any free one
   * @return this
   */
  public NodeConfigBuilder listen(String host, int port) {
    this.listenHost = Objects.requireNonNull(host, "host");
    this.listenPort = port;
    return this;
  }

  /**
   * Where database and keys are. Required; created when missing, readable by its owner alone.
   *
   * @param value a folder
   * @return this
   */
  public NodeConfigBuilder dataDirectory(Path value) {
    this.dataDirectory = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * The region this node serves. Required.
   *
   * @param value a Kemendagri code
   * @return this
   */
  public NodeConfigBuilder region(RegionCode value) {
    this.region = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * How a developer reaches the operator. Default: nothing.
   *
   * @param value text for discovery
   * @return this
   */
  public NodeConfigBuilder contact(String value) {
    this.contact = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * The zone of the times this node writes. Default: Asia/Jakarta.
   *
   * @param value the zone
   * @return this
   */
  public NodeConfigBuilder timeZone(ZoneId value) {
    this.timeZone = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Adds what citizens can report on. At least one is required.
   *
   * @param values services, codes unique
   * @return this
   */
  public NodeConfigBuilder services(List<OfferedService> values) {
    services.addAll(values);
    return this;
  }

  /**
   * Adds an API key. Default: none.
   *
   * @param value the key's record
   * @return this
   */
  public NodeConfigBuilder apiKey(ApiKey value) {
    apiKeys.add(Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * The key this node signs with. Required.
   *
   * @param value the key
   * @return this
   */
  public NodeConfigBuilder signingKey(SigningKey value) {
    this.signingKey = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Whose signatures this node trusts. Default: nobody's.
   *
   * @param value the resolver
   * @return this
   */
  public NodeConfigBuilder peers(TrustResolver value) {
    this.peers = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * How this node takes part in the federation. Default: {@link NodeFederation#ALONE}.
   *
   * @param value its place and its anchors
   * @return this
   */
  public NodeConfigBuilder federation(NodeFederation value) {
    this.federation = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * What the node does with residents' credentials. Default: nothing.
   *
   * @param value whether it issues, and whose it takes
   * @return this
   */
  public NodeConfigBuilder credentials(NodeCredentials value) {
    this.credentials = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * What the node does with health records. Default: nothing.
   *
   * @param value whether it serves them
   * @return this
   */
  public NodeConfigBuilder health(NodeHealth value) {
    this.health = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Whether anybody may read. Default: true. Posting always needs an API key or a signature.
   *
   * @param value false to ask for a key
   * @return this
   */
  public NodeConfigBuilder openReading(boolean value) {
    this.openReading = value;
    return this;
  }

  /**
   * How much this node takes on. Default: {@link NodeCapacity#DEFAULT}.
   *
   * @param value the capacity
   * @return this
   */
  public NodeConfigBuilder capacity(NodeCapacity value) {
    this.capacity = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Lets base URL and peers be plain http on this machine. For development and tests; a production
   * node must not set it. Default: not allowed.
   *
   * @return this
   */
  public NodeConfigBuilder allowInsecureLoopbackForDevelopment() {
    this.insecureLoopbackAllowed = true;
    return this;
  }

  /**
   * The source of all times. Default: the system's clock.
   *
   * @param value the clock
   * @return this
   */
  public NodeConfigBuilder clock(InstantSource value) {
    this.clock = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Ends the configuration.
   *
   * @return the immutable configuration
   * @throws ConfigException when something is missing or wrong; names all of it
   */
  public NodeConfig build() {
    List<Violation> violations = new ArrayList<>();
    require(baseUrl, "base-url", violations);
    require(dataDirectory, "data-directory", violations);
    require(region, "region", violations);
    require(signingKey, "signing-key-file", violations);
    Services.check(services, federation.isAuthority(), violations);
    if (signingKey != null && baseUrl != null) {
      credentials.check(baseUrl, signingKey, violations);
    }
    if (baseUrl != null) {
      BaseUrls.check(baseUrl, "base-url", insecureLoopbackAllowed, violations);
    }
    for (URI alias : aliases) {
      BaseUrls.check(alias, "aliases", insecureLoopbackAllowed, violations);
    }
    if (violations.isEmpty()
        && baseUrl != null
        && dataDirectory != null
        && region != null
        && signingKey != null) {
      return new NodeConfig(this, baseUrl, dataDirectory, region, signingKey);
    }
    throw new ConfigException(violations);
  }

  private static void require(@Nullable Object value, String name, List<Violation> violations) {
    if (value == null) {
      violations.add(new Violation(Violation.REQUIRED, name, "a value is required"));
    }
  }
}
