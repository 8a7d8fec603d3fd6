package id.simpul.node;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
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
  private final boolean openReading;
  private final NodeCapacity capacity;
  private final boolean insecureLoopbackAllowed;
  private final InstantSource clock;

  private NodeConfig(Builder b, URI baseUrl, Path data, RegionCode region, SigningKey key) {
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
  public static Builder builder() {
    return new Builder();
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

  /** Collects a configuration; {@link #build} names everything that is missing. */
  public static final class Builder {
    private final List<URI> aliases = new ArrayList<>();
    private final List<OfferedService> services = new ArrayList<>();
    private final List<ApiKey> apiKeys = new ArrayList<>();
    private @Nullable URI baseUrl;
    private String listenHost = "127.0.0.1";
    private int listenPort;
    private @Nullable Path dataDirectory;
    private @Nullable RegionCode region;
    private String contact = "";
    private ZoneId timeZone = ZoneId.of("Asia/Jakarta");
    private @Nullable SigningKey signingKey;
    private TrustResolver peers = new PinnedEntities(List.of());
    private NodeFederation federation = NodeFederation.ALONE;
    private NodeCredentials credentials = NodeCredentials.NONE;
    private boolean openReading = true;
    private NodeCapacity capacity = NodeCapacity.DEFAULT;
    private boolean insecureLoopbackAllowed;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /**
     * What citizens' apps and peers call this node. Required.
     *
     * @param value an https URL; plain http on loopback only with {@link
     *     #allowInsecureLoopbackForDevelopment}
     * @return this
     */
    public Builder baseUrl(URI value) {
      this.baseUrl = BaseUrls.withoutSlash(value);
      return this;
    }

    /**
     * Another base URL a gateway offers this node under. Default: none.
     *
     * @param value a URL as {@link #baseUrl} takes it
     * @return this
     */
    public Builder alias(URI value) {
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
    public Builder listen(String host, int port) {
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
    public Builder dataDirectory(Path value) {
      this.dataDirectory = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The region this node serves. Required.
     *
     * @param value a Kemendagri code
     * @return this
     */
    public Builder region(RegionCode value) {
      this.region = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How a developer reaches the operator. Default: nothing.
     *
     * @param value text for discovery
     * @return this
     */
    public Builder contact(String value) {
      this.contact = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * The zone of the times this node writes. Default: Asia/Jakarta.
     *
     * @param value the zone
     * @return this
     */
    public Builder timeZone(ZoneId value) {
      this.timeZone = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Adds what citizens can report on. At least one is required.
     *
     * @param values services, codes unique
     * @return this
     */
    public Builder services(List<OfferedService> values) {
      services.addAll(values);
      return this;
    }

    /**
     * Adds an API key. Default: none.
     *
     * @param value the key's record
     * @return this
     */
    public Builder apiKey(ApiKey value) {
      apiKeys.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * The key this node signs with. Required.
     *
     * @param value the key
     * @return this
     */
    public Builder signingKey(SigningKey value) {
      this.signingKey = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Whose signatures this node trusts. Default: nobody's.
     *
     * @param value the resolver
     * @return this
     */
    public Builder peers(TrustResolver value) {
      this.peers = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * How this node takes part in the federation. Default: {@link NodeFederation#ALONE}.
     *
     * @param value its place and its anchors
     * @return this
     */
    public Builder federation(NodeFederation value) {
      this.federation = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * What the node does with residents' credentials. Default: nothing.
     *
     * @param value whether it issues, and whose it takes
     * @return this
     */
    public Builder credentials(NodeCredentials value) {
      this.credentials = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Whether anybody may read. Default: true. Posting always needs an API key or a signature.
     *
     * @param value false to ask for a key
     * @return this
     */
    public Builder openReading(boolean value) {
      this.openReading = value;
      return this;
    }

    /**
     * How much this node takes on. Default: {@link NodeCapacity#DEFAULT}.
     *
     * @param value the capacity
     * @return this
     */
    public Builder capacity(NodeCapacity value) {
      this.capacity = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Lets base URL and peers be plain http on this machine. For development and tests; a
     * production node must not set it. Default: not allowed.
     *
     * @return this
     */
    public Builder allowInsecureLoopbackForDevelopment() {
      this.insecureLoopbackAllowed = true;
      return this;
    }

    /**
     * The source of all times. Default: the system's clock.
     *
     * @param value the clock
     * @return this
     */
    public Builder clock(InstantSource value) {
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
}
