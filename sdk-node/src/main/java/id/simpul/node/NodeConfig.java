package id.simpul.node;

import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.federation.TrustResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/**
 * All a node needs to know. Immutable. Made by {@link #builder()} in a program, and from file,
 * environment and flags by {@link Main}. {@code toString} shows the URL.
 */
public final class NodeConfig {
  private final URI baseUrl;
  private final List<URI> aliases;
  private final String listenHost;
  private final int listenPort;
  private final Path dataDirectory;
  private final RegionCode region;
  private final String contact;
  private final ZoneId timeZone;
  private final List<OfferedService> services;
  private final List<ApiKey> apiKeys;
  private final SigningKey signingKey;
  private final TrustResolver peers;
  private final NodeFederation federation;
  private final NodeCredentials credentials;
  private final NodeHealth health;
  private final boolean openReading;
  private final NodeCapacity capacity;
  private final boolean insecureLoopbackAllowed;
  private final InstantSource clock;

  NodeConfig(NodeConfigBuilder b, URI baseUrl, Path data, RegionCode region, SigningKey key) {
    this.baseUrl = baseUrl;
    this.aliases = List.copyOf(b.aliases);
    this.listenHost = b.listenHost;
    this.listenPort = b.listenPort;
    this.dataDirectory = data;
    this.region = region;
    this.contact = b.contact;
    this.timeZone = b.timeZone;
    this.services = List.copyOf(b.services);
    this.apiKeys = List.copyOf(b.apiKeys);
    this.signingKey = key;
    this.peers = b.peers;
    this.federation = b.federation;
    this.credentials = b.credentials;
    this.health = b.health;
    this.openReading = b.openReading;
    this.capacity = b.capacity;
    this.insecureLoopbackAllowed = b.insecureLoopbackAllowed;
    this.clock = b.clock;
  }

  /**
   * Starts a configuration.
   *
   * @return a builder; each method states its default
   */
  public static NodeConfigBuilder builder() {
    return new NodeConfigBuilder();
  }

  /**
   * What citizens' apps and peers call this node.
   *
   * @return an absolute URL without a slash at its end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * This node's name in the federation: its base URL.
   *
   * @return the entity identifier
   */
  public EntityId entityId() {
    return new EntityId(baseUrl.toString());
  }

  /**
   * Other base URLs a gateway offers this node under.
   *
   * @return a list, possibly empty
   */
  public List<URI> aliases() {
    return aliases;
  }

  /**
   * The address to listen on.
   *
   * @return a host name or address
   */
  public String listenHost() {
    return listenHost;
  }

  /**
   * The port to listen on.
   *
   * @return the port, 0 for any free one
   */
  public int listenPort() {
    return listenPort;
  }

  /**
   * Where database and keys are.
   *
   * @return a folder
   */
  public Path dataDirectory() {
    return dataDirectory;
  }

  /**
   * The region this node serves; its code is the {@code jurisdiction_id}.
   *
   * @return the region
   */
  public RegionCode region() {
    return region;
  }

  /**
   * How a developer reaches the operator.
   *
   * @return text for discovery, possibly empty
   */
  public String contact() {
    return contact;
  }

  /**
   * The zone of the times this node writes.
   *
   * @return the zone
   */
  public ZoneId timeZone() {
    return timeZone;
  }

  /**
   * What citizens can report on.
   *
   * @return at least one service
   */
  public List<OfferedService> services() {
    return services;
  }

  /**
   * The API keys.
   *
   * @return a list, possibly empty
   */
  public List<ApiKey> apiKeys() {
    return apiKeys;
  }

  /**
   * The key this node signs with.
   *
   * @return the key
   */
  public SigningKey signingKey() {
    return signingKey;
  }

  /**
   * Whose signatures this node trusts.
   *
   * @return the resolver
   */
  public TrustResolver peers() {
    return peers;
  }

  /**
   * How this node takes part in the federation.
   *
   * @return its place and its anchors
   */
  public NodeFederation federation() {
    return federation;
  }

  /**
   * What the node does with residents' credentials.
   *
   * @return nothing unless it was told
   */
  public NodeCredentials credentials() {
    return credentials;
  }

  /**
   * What the node does with health records.
   *
   * @return nothing unless it was told
   */
  public NodeHealth health() {
    return health;
  }

  /**
   * Whether anybody may read.
   *
   * @return false when reading needs a key or a signature
   */
  public boolean openReading() {
    return openReading;
  }

  /**
   * How much this node takes on.
   *
   * @return the capacity
   */
  public NodeCapacity capacity() {
    return capacity;
  }

  /**
   * Whether plain http on this machine is let through, for development.
   *
   * @return false in production
   */
  public boolean insecureLoopbackAllowed() {
    return insecureLoopbackAllowed;
  }

  /**
   * The clock.
   *
   * @return the source of all times
   */
  public InstantSource clock() {
    return clock;
  }

  @Override
  public String toString() {
    return "NodeConfig[" + baseUrl + "]";
  }
}
