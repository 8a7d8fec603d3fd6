package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Trusts an entity when a chain of statements leads from it to a pinned anchor (OpenID Federation
 * 1.1, section 10). A resolution keeps to the {@link ResolutionBudget}; one entity is resolved by
 * one thread at a time, and the others wait for it.
 *
 * <p>What was resolved is kept until it runs out, and resolved again well before. While that fails,
 * what is kept goes on being used, unless somebody who speaks in its chain takes that back; when it
 * has run out, the entity is refused. What could not be resolved is not tried again for a minute.
 * Thread-safe.
 */
public final class ChainResolver implements TrustResolver {
  /** Default for the most entities that are kept, and the most failures besides. */
  public static final int DEFAULT_CACHE_SIZE = 4096;

  /** Default for how long a chain is used before it is resolved again. */
  public static final Duration DEFAULT_REFRESH_AFTER = Duration.ofHours(1);

  /** How long a failure is remembered, and how soon after one a refresh is tried again. */
  public static final Duration RETRY_AFTER = ChainCache.RETRY_AFTER;

  private final ResolverSettings settings;
  private final ResolverSettings refreshing;
  private final ChainCache cache;
  private final Executor refresher;
  private final SingleFlight<CacheKey, Outcome> flights = new SingleFlight<>();

  private ChainResolver(Builder builder) {
    settings = builder.settings();
    refreshing = settings.with(builder.refreshFetcher);
    cache = new ChainCache(builder.cacheSize, builder.refreshAfter);
    refresher = builder.refresher;
  }

  /**
   * Starts a resolver.
   *
   * @param anchors where chains may end, at least one, identifiers unique
   * @param fetcher gets statements
   * @return a builder with the defaults
   */
  public static Builder builder(Collection<TrustAnchor> anchors, StatementFetcher fetcher) {
    return new Builder(anchors, fetcher);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TrustException {@code NO_CHAIN} when no way leads to an anchor, {@code BUDGET_EXCEEDED}
   *     when the budget ran out before one was found, {@code UNREACHABLE} when somebody on the way
   *     does not answer, or the reason why the chain that was found does not hold
   */
  @Override
  public ResolvedEntity resolve(EntityId entity) {
    return resolve(new CacheKey(entity, null));
  }

  /**
   * Resolves an entity to one anchor.
   *
   * @param entity its identifier, as claimed and not yet believed
   * @param anchor the anchor its chain must end at
   * @return what is trusted of it
   * @throws TrustException {@code UNKNOWN_ENTITY} when the anchor is none of ours, otherwise as
   *     {@link #resolve(EntityId)}
   */
  public ResolvedEntity resolve(EntityId entity, EntityId anchor) {
    return resolve(new CacheKey(entity, Objects.requireNonNull(anchor, "anchor")));
  }

  private ResolvedEntity resolve(CacheKey key) {
    Instant now = settings.clock().instant();
    Optional<ResolvedEntity> kept = cache.find(key, now);
    if (kept.isPresent()) {
      return cache.claimRefresh(key, now) ? refresh(key, kept.get()) : kept.get();
    }
    Optional<ChainReport.Problem> problem = cache.problem(key, now);
    if (problem.isPresent()) {
      throw problem.get().toException();
    }
    Outcome outcome = flights.run(key, () -> lookUpAgain(key));
    while (outcome.interrupted() && !Thread.currentThread().isInterrupted()) {
      outcome = flights.run(key, () -> lookUpAgain(key)); // it was another thread's trouble
    }
    return outcome.orThrow();
  }

  /** Somebody may have finished, or failed, between our look into the cache and our turn. */
  private Outcome lookUpAgain(CacheKey key) {
    Instant now = settings.clock().instant();
    Trail trail = new Trail(key.subject());
    return cache
        .find(key, now)
        .map(entity -> new Outcome(entity, trail.trusted(entity.expiresAt())))
        .or(() -> cache.problem(key, now).map(why -> new Outcome(null, trail.refusedFor(why))))
        .orElseGet(() -> resolveAnew(key, settings));
  }

  private Outcome resolveAnew(CacheKey key, ResolverSettings with) {
    Outcome outcome = Resolution.start(with).resolve(key.subject(), anchors(key.anchor()));
    if (outcome.entity() == null && Thread.currentThread().isInterrupted()) {
      return new Outcome(null, outcome.report(), true);
    }
    Instant now = settings.clock().instant();
    if (outcome.entity() == null) {
      cache
          .find(key, now)
          .flatMap(ResolvedEntity::chain)
          .filter(kept -> isTakenBack(kept, with))
          .ifPresent(kept -> cache.drop(key));
    }
    cache.keep(key, outcome, now);
    return outcome;
  }

  /** With a budget of its own: what the subject makes us spend must not keep it trusted. */
  private static boolean isTakenBack(TrustChain kept, ResolverSettings with) {
    return Resolution.start(with).isTakenBack(kept);
  }

  private ResolvedEntity refresh(CacheKey key, ResolvedEntity kept) {
    try {
      refresher.execute(() -> flights.run(key, () -> resolveAnew(key, refreshing)));
    } catch (RejectedExecutionException e) {
      return kept; // too busy to refresh: what is kept holds, and is tried again in a minute
    }
    Instant now = settings.clock().instant();
    Optional<ResolvedEntity> found = cache.find(key, now);
    Optional<ChainReport.Problem> problem = cache.problem(key, now);
    if (found.isEmpty() && problem.isPresent()) {
      throw problem.get().toException();
    }
    return found.orElse(kept);
  }

  private Map<EntityId, TrustAnchor> anchors(@Nullable EntityId anchor) {
    if (anchor == null) {
      return settings.anchors();
    }
    TrustAnchor one = settings.anchors().get(anchor);
    if (one == null) {
      throw new TrustException(
          Reason.UNKNOWN_ENTITY, anchor.value(), "is none of our anchors", "trust_anchor");
    }
    return Map.of(anchor, one);
  }

  /** {@inheritDoc} */
  @Override
  public Optional<ResolvedEntity> known(EntityId entity) {
    return cache.find(new CacheKey(entity, null), settings.clock().instant());
  }

  /**
   * What is known of an entity and one anchor without asking the network, for callers that may not
   * make this node work.
   *
   * @param entity its identifier
   * @param anchor the anchor its chain must end at
   * @return what was resolved before and still holds, or empty
   */
  public Optional<ResolvedEntity> known(EntityId entity, EntityId anchor) {
    return cache
        .find(new CacheKey(entity, anchor), settings.clock().instant())
        .or(() -> known(entity).filter(known -> endsAt(known, anchor)));
  }

  private static boolean endsAt(ResolvedEntity entity, EntityId anchor) {
    return entity.chain().filter(chain -> chain.anchor().equals(anchor)).isPresent();
  }

  /**
   * Validates a chain that came with a message or in a file. Nothing is fetched and nothing kept.
   * What it cannot know without asking it takes from the chain: intermediates sign with any key
   * their superior vouches for, one they have withdrawn themselves too; and a trust mark counts
   * only when the chain holds all of its issuer's statements, so as good as never.
   *
   * @param chain the statements of {@code trust_chain} (section 4.3), the subject's configuration
   *     first; the anchor's own may be missing at the end
   * @return what is trusted of its subject
   * @throws TrustException the reason why the chain does not hold
   */
  public ResolvedEntity validate(List<String> chain) {
    return new StaticChain(settings, chain).resolve().orThrow();
  }

  /**
   * Resolves an entity for a person who wants to know why it is trusted or not. Always asks the
   * network and leaves what is kept alone.
   *
   * @param entity its identifier
   * @return what was found, whether it is trusted or not
   */
  public ChainReport explain(EntityId entity) {
    return Resolution.start(settings).resolve(entity, settings.anchors()).report();
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final Collection<TrustAnchor> anchors;
    private final StatementFetcher fetcher;
    private StatementFetcher refreshFetcher;
    private LoopbackPolicy loopback = LoopbackPolicy.production();
    private InstantSource clock = InstantSource.system();
    private LongSupplier ticker = System::nanoTime;
    private int cacheSize = DEFAULT_CACHE_SIZE;
    private Duration refreshAfter = DEFAULT_REFRESH_AFTER;
    private Executor refresher = Runnable::run;
    private @Nullable TrustMarkVerifier marks;
    private Set<String> markTypes = Set.of();

    private Builder(Collection<TrustAnchor> anchors, StatementFetcher fetcher) {
      this.anchors = List.copyOf(anchors);
      this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
      this.refreshFetcher = fetcher;
    }

    /**
     * Sets whether names for development are taken.
     *
     * @param policy {@link LoopbackPolicy#production} by default
     * @return this
     */
    public Builder loopback(LoopbackPolicy policy) {
      loopback = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the time.
     *
     * @param source the system's clock by default
     * @return this
     */
    public Builder clock(InstantSource source) {
      clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets what the budget's time is measured with.
     *
     * @param nanos a monotonic reading in nanoseconds, {@link System#nanoTime} by default
     * @return this
     */
    public Builder ticker(LongSupplier nanos) {
      ticker = Objects.requireNonNull(nanos, "nanos");
      return this;
    }

    /**
     * Sets how many entities are kept, and as many failures besides.
     *
     * @param entities at least one, {@link #DEFAULT_CACHE_SIZE} by default
     * @return this
     */
    public Builder cacheSize(int entities) {
      if (entities < 1) {
        throw new IllegalArgumentException("A cache holds at least one entity");
      }
      cacheSize = entities;
      return this;
    }

    /**
     * Sets how long a chain is used before it is resolved again: how soon a resolver notices that
     * something changed while old statements still hold.
     *
     * @param duration positive, {@link #DEFAULT_REFRESH_AFTER} by default
     * @return this
     */
    public Builder refreshAfter(Duration duration) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("A chain is used for a while");
      }
      refreshAfter = duration;
      return this;
    }

    /**
     * Sets where chains are resolved again while they still hold.
     *
     * @param executor a bounded pool; by default the thread of the caller that comes after {@link
     *     #refreshAfter}, which then waits
     * @return this
     */
    public Builder refreshOn(Executor executor) {
      refresher = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets what gets statements for refreshes, so that those we know are looked after while
     * strangers' names keep the other one waiting.
     *
     * @param fetcher the resolver's own by default
     * @return this
     */
    public Builder refreshWith(StatementFetcher fetcher) {
      refreshFetcher = Objects.requireNonNull(fetcher, "fetcher");
      return this;
    }

    /**
     * Sets which trust marks are verified while an entity is resolved.
     *
     * @param verifier how
     * @param types the types; none by default, since each may cost a resolution of its issuer
     * @return this
     */
    public Builder trustMarks(TrustMarkVerifier verifier, Set<String> types) {
      marks = Objects.requireNonNull(verifier, "verifier");
      markTypes = Set.copyOf(types);
      return this;
    }

    /**
     * Makes the resolver.
     *
     * @return a resolver that has nothing kept yet
     * @throws TrustException {@code NOT_ALLOWED} when an anchor is named by plain {@code http} and
     *     the policy does not allow it
     */
    public ChainResolver build() {
      return new ChainResolver(this);
    }

    private ResolverSettings settings() {
      Map<EntityId, TrustAnchor> byId = new LinkedHashMap<>();
      for (TrustAnchor anchor : anchors) {
        loopback.check(anchor.id());
        if (byId.put(anchor.id(), anchor) != null) {
          throw new IllegalArgumentException("Pinned twice: " + anchor.id());
        }
      }
      if (byId.isEmpty()) {
        throw new IllegalArgumentException("A chain needs an anchor to end at");
      }
      TrustMarkVerifier verifier = marks == null ? new TrustMarkVerifier(clock) : marks;
      return new ResolverSettings(
          Map.copyOf(byId), fetcher, loopback, clock, ticker, verifier, markTypes, new KeySets());
    }
  }
}
