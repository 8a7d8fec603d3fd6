package id.simpul.identity.presentation;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests in this process, up to a number, and nothing of what came of them. Thread-safe.
 */
public final class InMemoryPresentationRequestStore implements PresentationRequestStore {
  /** The default capacity. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private final int capacity;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private final Map<String, OpenRequest> requests = new HashMap<>();

  /**
   * Creates a store of the default capacity.
   *
   * @param clock the time
   */
  public InMemoryPresentationRequestStore(InstantSource clock) {
    this(DEFAULT_CAPACITY, clock);
  }

  /**
   * Creates a store.
   *
   * @param capacity how many requests it holds, at least one
   * @param clock the time
   */
  public InMemoryPresentationRequestStore(int capacity, InstantSource clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A store holds at least one request");
    }
    this.capacity = capacity;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void add(OpenRequest request) {
    lock.lock();
    try {
      Instant now = clock.instant();
      requests.values().removeIf(r -> !now.isBefore(r.expiresAt()));
      if (requests.size() >= capacity) {
        throw new TrustException(
            Reason.BUDGET_EXCEEDED, "request store", "is full", capacity + " requests");
      }
      requests.put(request.state(), request);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<OpenRequest> find(String state, Instant now) {
    lock.lock();
    try {
      return Optional.ofNullable(requests.get(state)).filter(r -> now.isBefore(r.expiresAt()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean close(String state, byte[] kept, Instant now) {
    lock.lock();
    try {
      OpenRequest request = requests.remove(state);
      return request != null && now.isBefore(request.expiresAt());
    } finally {
      lock.unlock();
    }
  }
}
