package id.simpul.identity.issuance;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.StatusReference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps offers and tokens in this process, up to a number, and every place it gave out. For tests,
 * and for programs that can do without them after a restart. Thread-safe.
 */
public final class InMemoryIssuanceStore implements OfferStore, AccessTokenStore {
  /** The default capacity: of offers, and of tokens. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private final int capacity;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private final Map<String, StoredOffer> offers = new HashMap<>();
  private final Map<String, StoredToken> tokens = new HashMap<>();
  private final Set<StatusReference> givenOut = new HashSet<>();

  /**
   * Creates a store of the default capacity.
   *
   * @param clock the time
   */
  public InMemoryIssuanceStore(InstantSource clock) {
    this(DEFAULT_CAPACITY, clock);
  }

  /**
   * Creates a store.
   *
   * @param capacity how many offers, and how many tokens, it holds; at least one
   * @param clock the time
   */
  public InMemoryIssuanceStore(int capacity, InstantSource clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A store holds at least one offer");
    }
    this.capacity = capacity;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void add(StoredOffer offer) {
    lock.lock();
    try {
      Instant now = clock.instant();
      offers.values().removeIf(o -> !now.isBefore(o.expiresAt()));
      room(offers);
      offers.put(offer.code(), offer);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isOpen(String code, Instant now) {
    lock.lock();
    try {
      StoredOffer offer = offers.get(code);
      return offer != null && now.isBefore(offer.expiresAt());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Redemption redeem(
      String code,
      @Nullable String txCode,
      Function<IssuanceGrant, StoredToken> token,
      Instant now) {
    lock.lock();
    try {
      StoredOffer offer = offers.get(code);
      if (offer == null) {
        return Redemption.UNKNOWN;
      }
      StoredOffer.Decision decision = offer.decide(txCode, now);
      if (decision.answer() instanceof Redemption.Redeemed redeemed) {
        keep(token.apply(redeemed.grant()), now);
      }
      StoredOffer rest = decision.rest();
      if (rest == null) {
        offers.remove(code);
      } else {
        offers.put(code, rest);
      }
      return decision.answer();
    } finally {
      lock.unlock();
    }
  }

  private void keep(StoredToken token, Instant now) {
    tokens.values().removeIf(t -> !now.isBefore(t.expiresAt()));
    room(tokens);
    tokens.put(token.token(), token);
  }

  @Override
  public Optional<StoredToken> find(String token, Instant now) {
    lock.lock();
    try {
      return Optional.ofNullable(tokens.get(token)).filter(t -> now.isBefore(t.expiresAt()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Taking take(String token, List<StatusReference> places, Instant now) {
    lock.lock();
    try {
      StoredToken kept = tokens.get(token);
      if (kept == null || !now.isBefore(kept.expiresAt())) {
        return Taking.GONE;
      }
      if (places.stream().anyMatch(givenOut::contains)) {
        return Taking.PLACE_GIVEN_OUT;
      }
      givenOut.addAll(places);
      tokens.remove(token);
      return Taking.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  private void room(Map<String, ?> kept) {
    if (kept.size() >= capacity) {
      throw new TrustException(
          Reason.BUDGET_EXCEEDED, "issuance store", "is full", capacity + " entries");
    }
  }
}
