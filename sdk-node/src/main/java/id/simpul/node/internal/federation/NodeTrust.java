package id.simpul.node.internal.federation;

import id.simpul.core.AddressPolicy;
import id.simpul.core.value.AddressBlock;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainReport;
import id.simpul.identity.federation.ChainResolver;
import id.simpul.identity.federation.EntityStatement;
import id.simpul.identity.federation.EntityStatementVerifier;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.HttpStatementFetcher;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.ResolutionBudget;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.SubordinateStatement;
import id.simpul.identity.federation.TrustChain;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeFederation;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whom a node trusts: the peers it has pinned, and whoever a chain of statements leads from to one
 * of its anchors. Thread-safe.
 */
public final class NodeTrust implements TrustResolver, AutoCloseable {
  /** Refreshes that wait for their thread; what one more would refresh is used as it is. */
  static final int REFRESHES_WAITING = 64;

  private static final FetchLimits STATEMENT_LIMITS =
      new FetchLimits(ResolutionBudget.FETCH_TIMEOUT, EntityStatement.MAX_LENGTH);

  private final TrustResolver pinned;
  private final @Nullable Chains chains;

  /** What resolving chains takes: a resolver, what fetches for it, and refreshes apart. */
  private record Chains(
      ChainResolver resolver,
      HttpStatementFetcher fetcher,
      HttpStatementFetcher refreshFetcher,
      ExecutorService refreshes,
      InstantSource clock) {}

  private NodeTrust(TrustResolver pinned, @Nullable Chains chains) {
    this.pinned = pinned;
    this.chains = chains;
  }

  /**
   * The trust of a node.
   *
   * @param config its peers and anchors, and where it may fetch from
   * @return what resolves entities; to be closed
   */
  public static NodeTrust of(NodeConfig config) {
    return new NodeTrust(
        config.peers(), config.federation().anchors().isEmpty() ? null : chains(config));
  }

  /** One thread, since nobody waits for it. */
  static ExecutorService refreshes() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(REFRESHES_WAITING),
        work -> {
          Thread thread = new Thread(work, "simpul-trust");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static Chains chains(NodeConfig config) {
    HttpStatementFetcher fetcher = new HttpStatementFetcher(addresses(config));
    HttpStatementFetcher refreshFetcher = new HttpStatementFetcher(addresses(config));
    ExecutorService refreshes = refreshes();
    ChainResolver resolver =
        ChainResolver.builder(config.federation().anchors(), fetcher)
            .loopback(loopback(config))
            .clock(config.clock())
            .refreshOn(refreshes)
            .refreshWith(refreshFetcher)
            .build();
    return new Chains(resolver, fetcher, refreshFetcher, refreshes, config.clock());
  }

  /**
   * Where a node may fetch statements from.
   *
   * @param config its private networks, and whether it is one for development
   * @return the policy
   */
  static AddressPolicy addresses(NodeConfig config) {
    NodeFederation federation = config.federation();
    return loopback(config)
        .addresses()
        .allowing(federation.privateNetworks().toArray(AddressBlock[]::new));
  }

  private static LoopbackPolicy loopback(NodeConfig config) {
    return config.insecureLoopbackAllowed()
        ? LoopbackPolicy.allowInsecureLoopbackForDevelopment()
        : LoopbackPolicy.production();
  }

  @Override
  public ResolvedEntity resolve(EntityId entity) {
    Optional<ResolvedEntity> peer = pinned.known(entity);
    if (peer.isPresent()) {
      return peer.get();
    }
    return chains == null ? pinned.resolve(entity) : chains.resolver().resolve(entity);
  }

  @Override
  public Optional<ResolvedEntity> known(EntityId entity) {
    return pinned
        .known(entity)
        .or(() -> chains == null ? Optional.empty() : chains.resolver().known(entity));
  }

  /**
   * Why an entity is trusted by a chain, or why not; asks the network.
   *
   * @param entity its identifier
   * @return the report, or empty when the node has no anchor
   */
  public Optional<ChainReport> explain(EntityId entity) {
    return Optional.ofNullable(chains).map(c -> c.resolver().explain(entity));
  }

  /**
   * What a superior says of an entity now; asks the network, also for what is kept.
   *
   * @param superior who is asked; a chain must lead from it to an anchor
   * @param subject whom it is asked about
   * @return its verified statement
   * @throws TrustException when it cannot be had or does not hold
   */
  public SubordinateStatement statement(EntityId superior, EntityId subject) {
    if (chains == null) {
      throw new TrustException(
          Reason.NO_CHAIN,
          superior.value(),
          "leads nowhere without an anchor",
          "trust-anchors-file");
    }
    TrustChain chain = chains.resolver().resolve(superior).chain().orElseThrow();
    URI endpoint =
        chain
            .subject()
            .fetchEndpoint()
            .orElseThrow(() ->
                new TrustException(
                    Reason.NO_CHAIN, superior.value(), "speaks for nobody", "metadata"));
    String token = chains.fetcher().subordinate(endpoint, superior, subject, STATEMENT_LIMITS);
    return new EntityStatementVerifier(chains.clock())
        .subordinate(token, superior, subject, chain.subjectKeys());
  }

  /**
   * Until when an entity is trusted.
   *
   * @param entity its identifier
   * @return an alarm by the name of {@link #chainOf}
   * @throws TrustException when it is not
   */
  public ExpiryAlarm alarm(EntityId entity) {
    ExpiryAlarm alarm = ExpiryAlarm.of(resolve(entity));
    return new ExpiryAlarm(chainOf(entity), alarm.expiresAt(), alarm.warnBefore());
  }

  /**
   * How the chain of an entity is called in alarms.
   *
   * @param entity its identifier
   * @return the name
   */
  static String chainOf(EntityId entity) {
    return "chain of trust of " + entity;
  }

  /**
   * Whether an entity is pinned as a peer, so that no chain is asked for.
   *
   * @param entity its identifier
   * @return true when it is
   */
  public boolean isPinned(EntityId entity) {
    return pinned.known(entity).isPresent();
  }

  /** Ends fetches that still run. */
  @Override
  public void close() {
    if (chains != null) {
      chains.refreshes().shutdownNow();
      chains.fetcher().close();
      chains.refreshFetcher().close();
    }
  }

  @Override
  public String toString() {
    return "pinned peers" + (chains == null ? "" : " and chains to anchors");
  }
}
