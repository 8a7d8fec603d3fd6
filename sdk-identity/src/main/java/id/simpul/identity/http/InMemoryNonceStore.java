package id.simpul.identity.http;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers nonces in this process, up to a number. Full means refuse: a nonce is never forgotten
 * before its time to make room. Right for a node that is one process; it forgets when the process
 * ends, so a restart within two minutes of a request would let it be replayed once. Thread-safe.
 */
public final class InMemoryNonceStore implements NonceStore {
  /**
   * The default capacity, 262,144. A nonce is kept for two minutes, so that is some 2,180 signed
   * requests a second, and about 60 MB when full.
   */
  public static final int DEFAULT_CAPACITY = 262_144;

  private final int capacity;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  // By key, so that the long key id is held once and not with every nonce.
  private final Map<String, UsedNonces> byKey = new HashMap<>();
  private final Queue<Use> byTime = new PriorityQueue<>(Comparator.comparing(Use::keepUntil));

  private record UsedNonces(String keyId, Set<String> nonces) {}

  private record Use(UsedNonces ofKey, String nonce, Instant keepUntil) {}

  /**
   * Creates a store of the default capacity.
   *
   * @param clock the time
   */
  public InMemoryNonceStore(InstantSource clock) {
    this(DEFAULT_CAPACITY, clock);
  }

  /**
   * Creates a store.
   *
   * @param capacity how many nonces it holds at once, at least one
   * @param clock the time
   */
  public InMemoryNonceStore(int capacity, InstantSource clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A nonce store holds at least one nonce");
    }
    this.capacity = capacity;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public boolean consume(String keyId, String nonce, Instant keepUntil) {
    lock.lock();
    try {
      Instant now = clock.instant();
      forget(now);
      UsedNonces ofKey = byKey.get(keyId);
      if (keepUntil.isBefore(now) || (ofKey != null && ofKey.nonces().contains(nonce))) {
        return false;
      }
      if (byTime.size() >= capacity) {
        throw new TrustException(
            Reason.BUDGET_EXCEEDED, "nonce store", "is full", capacity + " nonces");
      }
      remember(ofKey == null ? new UsedNonces(keyId, new HashSet<>()) : ofKey, nonce, keepUntil);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void remember(UsedNonces ofKey, String nonce, Instant keepUntil) {
    byKey.putIfAbsent(ofKey.keyId(), ofKey);
    ofKey.nonces().add(nonce);
    byTime.add(new Use(ofKey, nonce, keepUntil));
  }

  private void forget(Instant now) {
    for (Use oldest = byTime.peek();
        oldest != null && oldest.keepUntil().isBefore(now);
        oldest = byTime.peek()) {
      byTime.remove();
      UsedNonces ofKey = oldest.ofKey();
      ofKey.nonces().remove(oldest.nonce());
      if (ofKey.nonces().isEmpty()) {
        byKey.remove(ofKey.keyId());
      }
    }
  }
}
