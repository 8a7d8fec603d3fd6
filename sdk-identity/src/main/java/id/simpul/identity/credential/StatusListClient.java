package id.simpul.identity.credential;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwkSet;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a credential still holds: fetches the list it names, verifies it, keeps it until
 * {@code exp} or {@code iat} plus {@code ttl}, whichever is earlier, and reads one status. What the
 * token says of its age counts, HTTP's caching headers do not: a list that is older than its {@code
 * ttl} when it comes is stale, and its host is asked again a minute later. Thread-safe; may need
 * the network, so never call it on an event loop.
 *
 * <p>One thread fetches a list and the others wait for it; a failed attempt answers for ten
 * seconds. Ask only for credentials that have been verified. A whole list is fetched, so its host
 * learns that some credential of it is looked at, and not which.
 */
public final class StatusListClient implements StatusChecker {
  /** The default of {@link Builder#maxLists}. */
  public static final int DEFAULT_MAX_LISTS = 1024;

  /** The default of {@link Builder#maxBytes}: 64 MiB, two thousand lists of our default size. */
  public static final long DEFAULT_MAX_BYTES = 64L * 1024 * 1024;

  private final StatusListFetcher fetcher;
  private final StatusListVerifier verifier;
  private final InstantSource clock;
  private final OfflineGrace grace;
  private final StatusListCache cache;

  private StatusListClient(Builder builder) {
    fetcher = builder.fetcher;
    verifier = builder.verifier;
    clock = builder.clock;
    grace = builder.grace;
    cache = new StatusListCache(builder.maxLists, builder.maxBytes);
  }

  /**
   * Starts a client.
   *
   * @param fetcher fetches tokens
   * @param verifier verifies them
   * @param clock says what time it is, the same as the verifier's
   * @return a builder with the defaults
   */
  public static Builder builder(
      StatusListFetcher fetcher, StatusListVerifier verifier, InstantSource clock) {
    return new Builder(fetcher, verifier, clock);
  }

  /**
   * Finds out the status of a credential now.
   *
   * @param reference where it stands; {@link StatusReference#find} reads it from the claims
   * @param issuer who issued the credential and must have signed the list
   * @param keys the keys of that issuer, those the credential was verified with
   * @return the answer, with the reason when there is none
   */
  @Override
  public StatusResult check(StatusReference reference, EntityId issuer, JwkSet keys) {
    StatusListSource source = new StatusListSource(reference.uri(), issuer, keys);
    StatusListSlot slot = cache.slot(source);
    Instant now = clock.instant();
    VerifiedStatusList fresh = slot.snapshot().fresh(source, now);
    if (fresh != null) {
      return read(fresh, reference, null);
    }
    StatusListSnapshot snapshot = slot.refresh(source, this::fetch, clock);
    cache.settle();
    TrustException failure = snapshot.failure();
    VerifiedStatusList list =
        failure == null ? snapshot.list() : snapshot.fresh(source, clock.instant());
    if (list != null) {
      return read(list, reference, null);
    }
    VerifiedStatusList stale = snapshot.stale(source, now, grace.duration());
    return stale == null
        ? StatusResult.undetermined(Objects.requireNonNull(failure))
        : read(stale, reference, failure);
  }

  /**
   * Finds out the status of a credential at a time in the past (section 8.4), from hosts that keep
   * old lists. Fetched every time, and known to the host as a question about the past.
   *
   * @param reference where it stands
   * @param issuer who issued the credential and must have signed the list
   * @param keys the keys of that issuer, the one of that time among them
   * @param time a time that has passed, cut to whole seconds
   * @return the answer, with the reason when there is none
   */
  public StatusResult checkAt(
      StatusReference reference, EntityId issuer, JwkSet keys, Instant time) {
    StatusListSource source = new StatusListSource(reference.uri(), issuer, keys);
    long seconds = time.getEpochSecond();
    String separator = reference.uri().getRawQuery() == null ? "?" : "&";
    URI question = URI.create(reference.uri() + separator + "time=" + seconds);
    try {
      String token = fetcher.fetch(question);
      Instant asked = Instant.ofEpochSecond(seconds);
      return read(verifier.verifyAt(token, source, asked), reference, null);
    } catch (TrustException e) {
      return StatusResult.undetermined(e);
    }
  }

  private VerifiedStatusList fetch(StatusListSource source) {
    return verifier.verify(fetcher.fetch(source.uri()), source);
  }

  private static StatusResult read(
      VerifiedStatusList list, StatusReference reference, @Nullable TrustException failure) {
    try {
      TokenStatus status = list.list().get(reference.index());
      return failure == null
          ? StatusResult.fresh(status, list.issuedAt())
          : StatusResult.stale(status, list.issuedAt(), failure);
    } catch (TrustException e) {
      return StatusResult.undetermined(e);
    }
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final StatusListFetcher fetcher;
    private final StatusListVerifier verifier;
    private final InstantSource clock;
    private OfflineGrace grace = OfflineGrace.NONE;
    private int maxLists = DEFAULT_MAX_LISTS;
    private long maxBytes = DEFAULT_MAX_BYTES;

    private Builder(StatusListFetcher fetcher, StatusListVerifier verifier, InstantSource clock) {
      this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
      this.verifier = Objects.requireNonNull(verifier, "verifier");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Lets older lists answer while their host cannot be reached.
     *
     * @param allowed how long; {@link OfflineGrace#NONE} by default
     * @return this
     */
    public Builder offlineGrace(OfflineGrace allowed) {
      grace = Objects.requireNonNull(allowed, "allowed");
      return this;
    }

    /**
     * Sets how many lists are kept.
     *
     * @param lists at least one; {@link StatusListClient#DEFAULT_MAX_LISTS} by default
     * @return this
     */
    public Builder maxLists(int lists) {
      if (lists < 1) {
        throw new IllegalArgumentException("A client keeps at least one list");
      }
      maxLists = lists;
      return this;
    }

    /**
     * Sets how much memory lists take once they are kept.
     *
     * @param bytes at least {@link StatusList#MAX_BYTES}, so that any list fits; {@link
     *     StatusListClient#DEFAULT_MAX_BYTES} by default
     * @return this
     */
    public Builder maxBytes(long bytes) {
      if (bytes < StatusList.MAX_BYTES) {
        throw new IllegalArgumentException("A client keeps at least " + StatusList.MAX_BYTES);
      }
      maxBytes = bytes;
      return this;
    }

    /**
     * Makes the client.
     *
     * @return a client that holds no list yet
     */
    public StatusListClient build() {
      return new StatusListClient(this);
    }
  }
}
