package id.simpul.identity.internal.federation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A map of bounded size and weight: when either is passed, what was not asked for the longest goes.
 * Not thread-safe.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class BoundedMap<K, V> {
  private static final float LOAD_FACTOR = 0.75f;

  private final int maxEntries;
  private final long maxWeight;
  private final ToLongFunction<V> weigher;
  private final Map<K, V> entries = new LinkedHashMap<>(16, LOAD_FACTOR, true);
  private long weight;

  /**
   * An empty map.
   *
   * @param maxEntries at least one
   * @param maxWeight of all entries together
   * @param weigher says what one entry weighs, always the same
   */
  public BoundedMap(int maxEntries, long maxWeight, ToLongFunction<V> weigher) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException("A cache holds at least one entry");
    }
    this.maxEntries = maxEntries;
    this.maxWeight = maxWeight;
    this.weigher = weigher;
  }

  /**
   * Looks a key up, which counts as asking for it.
   *
   * @param key the key
   * @return its value, or empty
   */
  public Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Keeps a value, in place of the one before. One that alone weighs too much is not kept.
   *
   * @param key the key
   * @param value the value
   */
  public void put(K key, V value) {
    remove(key);
    entries.put(key, value);
    weight += weigher.applyAsLong(value);
    Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
    while (entries.size() > maxEntries || weight > maxWeight) {
      weight -= weigher.applyAsLong(eldest.next().getValue());
      eldest.remove();
    }
  }

  /**
   * Forgets a key.
   *
   * @param key the key, which need not be there
   */
  public void remove(K key) {
    V old = entries.remove(key);
    if (old != null) {
      weight -= weigher.applyAsLong(old);
    }
  }

  /**
   * How many entries there are.
   *
   * @return zero to the most
   */
  public int size() {
    return entries.size();
  }
}
