package id.simpul.identity.internal.federation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Does one piece of work at a time for each key: who comes while it is done waits for its result
 * and gets the same. Thread-safe.
 *
 * @param <K> what the work is for
 * @param <V> its result
 */
public final class SingleFlight<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /** Makes a new one, with nothing under way. */
  public SingleFlight() {}

  /**
   * Does the work, or waits for whoever does it.
   *
   * @param key what it is for
   * @param work the work; it must not ask for the same key
   * @return its result
   */
  public V run(K key, Supplier<V> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = flights.putIfAbsent(key, mine);
    if (other != null) {
      return join(other);
    }
    try {
      V result = work.get();
      mine.complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key);
    }
  }

  private static <V> V join(CompletableFuture<V> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
