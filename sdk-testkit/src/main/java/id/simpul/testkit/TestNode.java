package id.simpul.testkit;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.OfferedService;
import id.simpul.node.SimpulNode;
import id.simpul.reporting.ReportState;
import id.simpul.reporting.ReportTransition;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real node in this process, for tests: it listens on a free port of 127.0.0.1, its clock moves
 * only when the test moves it, and its keys are the same in every run.
 *
 * <pre>{@code
 * try (TestNode node = TestNode.start()) {
 *   SubmissionReceipt receipt = node.reporting().submitReport(report);
 *   node.clock().advance(Duration.ofHours(2));
 *   node.restart();
 *   Report found = node.reporting().getReport(receipt.reportId().orElseThrow());
 * }
 * }</pre>
 *
 * <p>Thread-safe, but {@link #restart} and {@link #close} interrupt calls that are under way.
 */
public final class TestNode implements AutoCloseable {
  /** The region a node serves unless told otherwise: Kota Jambi. */
  public static final RegionCode KOTA_JAMBI =
      new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71");

  /** The peer every test node knows, in whose name {@link #signedReporting} signs. */
  public static final EntityId PEER = new EntityId("https://peer.example.id");

  /** The seed of a node's keys unless told otherwise. */
  public static final long DEFAULT_SEED = 1571;

  private final TestClock clock;
  private final TestKeys keys;
  private final TestFolder folder;
  private final NodeConfig config;
  private final ReportingClient reporting;
  private final ReportingClient signedReporting;
  private final OperationClient officers;
  private SimpulNode node;

  private TestNode(Builder b) {
    this.clock = b.clock;
    this.keys = TestKeys.of(b.seed);
    this.folder = b.data == null ? TestFolder.make() : TestFolder.kept(b.data);
    Listening listening = Listening.onFreePort(port -> config(b, port));
    this.node = listening.node();
    this.config = listening.config();
    this.reporting =
        ReportingClient.builder(geoReportUrl())
            .apiKey(reporterKey())
            .configure(c -> c.clock(clock).nodeHonoursIdempotencyKeys(true))
            .build();
    this.signedReporting = signedReporting(PEER, peerKey());
    this.officers =
        OperationClient.create(
            ClientConfig.builder(URI.create(baseUrl() + NodePaths.PROFILE))
                .auth(ClientAuth.bearer(officerKey()))
                // After a restart the first attempt may meet a connection of the old node.
                .nodeHonoursIdempotencyKeys(true)
                .clock(clock)
                .build());
  }

  private NodeConfig config(Builder b, int port) {
    List<ResolvedEntity> peers = new ArrayList<>(b.peers);
    peers.add(new ResolvedEntity(PEER, List.of(peerKey().publicKey()), Instant.MAX));
    NodeConfigBuilder config =
        NodeConfig.builder()
            .baseUrl(URI.create("http://127.0.0.1:" + port))
            .listen("127.0.0.1", port)
            .allowInsecureLoopbackForDevelopment()
            .dataDirectory(folder.path())
            .region(b.region)
            .services(b.services.isEmpty() ? TestServices.three() : b.services)
            .signingKey(keys.signingKey("node"))
            .apiKey(ApiKey.of("test-reporter", ApiKey.Role.REPORTER, reporterKey()))
            .apiKey(ApiKey.of("test-officer", ApiKey.Role.OFFICER, officerKey()))
            .apiKey(ApiKey.of("test-registrar", ApiKey.Role.REGISTRAR, registrarKey()))
            .apiKey(ApiKey.of("test-verifier", ApiKey.Role.VERIFIER, verifierKey()))
            .apiKey(ApiKey.of("test-health", ApiKey.Role.HEALTH, healthKey()))
            .health(NodeHealth.NONE.serving())
            .peers(pinned(peers))
            .clock(clock);
    b.changes.forEach(change -> change.accept(config));
    return config.build();
  }

  private static PinnedEntities pinned(List<ResolvedEntity> entities) {
    return new PinnedEntities(entities, LoopbackPolicy.allowInsecureLoopbackForDevelopment());
  }

  /**
   * Starts a node with all defaults of {@link #builder}.
   *
   * @return the node, listening
   */
  public static TestNode start() {
    return builder().start();
  }

  /**
   * Starts to describe a node.
   *
   * @return a builder; each method states its default
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What the node is called. Stays the same over a {@link #restart}.
   *
   * @return {@code http://127.0.0.1:} and a port
   */
  public URI baseUrl() {
    return config.baseUrl();
  }

  /**
   * Where the node serves GeoReport v2, for a client of the test's own.
   *
   * @return an endpoint below the base URL
   */
  public URI geoReportUrl() {
    return URI.create(baseUrl() + NodePaths.GEOREPORT);
  }

  /**
   * The node's name among its peers.
   *
   * @return its entity identifier
   */
  public EntityId entityId() {
    return config.entityId();
  }

  /**
   * The key the node signs with.
   *
   * @return the key; its public half is what a peer pins
   */
  public SigningKey signingKey() {
    return config.signingKey();
  }

  /**
   * What a peer that trusts this node pins: its name and its public keys, those of messages and
   * those of credentials.
   *
   * @return the one entity
   */
  public PinnedEntities pinned() {
    List<VerificationKey> pinned = new ArrayList<>(List.of(signingKey().publicKey()));
    pinned.addAll(config.credentials().publishedKeys(clock.instant()));
    return pinned(List.of(new ResolvedEntity(entityId(), pinned, Instant.MAX)));
  }

  /**
   * The region the node serves.
   *
   * @return its code
   */
  public RegionCode region() {
    return config.region();
  }

  /**
   * The node's clock.
   *
   * @return the clock, to be moved
   */
  public TestClock clock() {
    return clock;
  }

  /**
   * The keys this node's own were taken from.
   *
   * @return the keys of the node's seed
   */
  public TestKeys keys() {
    return keys;
  }

  /**
   * Where the node keeps its data.
   *
   * @return a folder
   */
  public Path dataDirectory() {
    return folder.path();
  }

  /**
   * The API key of an application that files reports.
   *
   * @return the key
   */
  public Secret reporterKey() {
    return keys.apiKey("reporter");
  }

  /**
   * The API key of an officer who works on reports.
   *
   * @return the key
   */
  public Secret officerKey() {
    return keys.apiKey("officer");
  }

  /**
   * The API key of an officer who issues residents' credentials.
   *
   * @return the key
   */
  public Secret registrarKey() {
    return keys.apiKey("registrar");
  }

  /**
   * The API key of an officer who looks at credentials.
   *
   * @return the key
   */
  public Secret verifierKey() {
    return keys.apiKey("verifier");
  }

  /**
   * The API key of a health worker.
   *
   * @return the key
   */
  public Secret healthKey() {
    return keys.apiKey("health");
  }

  /**
   * The key of {@link #PEER}.
   *
   * @return the key
   */
  public SigningKey peerKey() {
    return keys.signingKey("peer");
  }

  /**
   * A client that uses the reporter's API key and does not sign. Belongs to this node: it goes on
   * after a {@link #restart} and ends with {@link #close}.
   *
   * @return the client
   */
  public ReportingClient reporting() {
    return reporting;
  }

  /**
   * A client that signs as {@link #PEER} and takes only answers this node signed. Belongs to this
   * node, as {@link #reporting} does.
   *
   * @return the client
   */
  public ReportingClient signedReporting() {
    return signedReporting;
  }

  /**
   * A new client that signs in a name of the test's choice, one the node need not know.
   *
   * @param signer who signs
   * @param key the key to sign with
   * @return a client for the caller to close
   */
  public ReportingClient signedReporting(EntityId signer, SigningKey key) {
    SignedExchange exchange =
        new SignedExchange(
            new RequestSigner(signer, key, clock),
            new ResponseVerifier(pinned(), clock),
            entityId());
    return ReportingClient.builder(geoReportUrl())
        .configure(c -> c.authenticator(exchange).clock(clock).nodeHonoursIdempotencyKeys(true))
        .build();
  }

  /**
   * Moves a report to another state, as an officer.
   *
   * @param transition which report, where to, and what to note
   * @return where the report stands now
   * @throws id.simpul.core.ApiException when the node refuses it
   */
  public ReportState advance(ReportTransition transition) {
    return officers.call(SimpulReportsV1.ADVANCE, transition, RequestOptions.NONE).body();
  }

  /**
   * Stops the node and starts it again with the same data, keys, clock and port.
   *
   * @throws java.util.concurrent.CompletionException when somebody took the port meanwhile
   */
  public synchronized void restart() {
    node.close();
    node = SimpulNode.start(config);
  }

  /** Ends the clients and the node, and removes its data unless the test chose the folder. */
  @Override
  public synchronized void close() {
    reporting.close();
    signedReporting.close();
    officers.close();
    node.close();
    folder.remove();
  }

  @Override
  public String toString() {
    return "TestNode[" + baseUrl() + "]";
  }

  /** Describes a node. Can start several. Not thread-safe. */
  public static final class Builder {
    private final List<OfferedService> services = new ArrayList<>();
    private final List<ResolvedEntity> peers = new ArrayList<>();
    private final List<Consumer<NodeConfigBuilder>> changes = new ArrayList<>();
    private RegionCode region = KOTA_JAMBI;
    private TestClock clock = TestClock.create();
    private long seed = DEFAULT_SEED;
    private @Nullable Path data;

    private Builder() {}

    /**
     * The region the node serves. Default: {@link TestNode#KOTA_JAMBI}.
     *
     * @param value a Kemendagri code
     * @return this
     */
    public Builder region(RegionCode value) {
      this.region = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * What can be reported. Default: {@code jalan} and {@code drainase}, which ask nothing, and
     * {@code lampu-jalan}, which asks for {@code nomor_tiang} but does not insist.
     *
     * @param values services, codes unique, at least one
     * @return this
     */
    public Builder services(List<OfferedService> values) {
      services.clear();
      services.addAll(values);
      return this;
    }

    /**
     * The clock of the node and its clients. Default: one of the builder's own at {@link
     * TestClock#START}. Give nodes that talk to each other the same one.
     *
     * @param value the clock
     * @return this
     */
    public Builder clock(TestClock value) {
      this.clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * What the keys follow from. Default: {@link TestNode#DEFAULT_SEED}.
     *
     * @param value any number; nodes of different seeds have different keys
     * @return this
     */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * One more peer whose signatures the node takes. Default: {@link TestNode#PEER} alone.
     *
     * @param peer its name and keys
     * @return this
     */
    public Builder peer(ResolvedEntity peer) {
      peers.add(Objects.requireNonNull(peer, "peer"));
      return this;
    }

    /**
     * Where the node keeps its data. Default: a temporary folder that goes with the node.
     *
     * @param value a folder, created when missing and never removed
     * @return this
     */
    public Builder dataDirectory(Path value) {
      this.data = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Changes anything else, after the defaults and in the order given. Default: nothing. Do not
     * change the base URL or where it listens.
     *
     * @param change is given the node's configuration before it is built
     * @return this
     */
    public Builder configure(Consumer<NodeConfigBuilder> change) {
      changes.add(Objects.requireNonNull(change, "change"));
      return this;
    }

    /**
     * Starts a node.
     *
     * @return the node, listening, for the caller to close
     * @throws id.simpul.node.ConfigException when something is missing or wrong
     */
    public TestNode start() {
      return new TestNode(this);
    }
  }
}
