package id.simpul.health.internal.reconciliation;

import java.nio.charset.StandardCharsets;

/**
 * Numbers of 64 bits that stand for keys, the same on every machine. Not cryptographic: two keys
 * with one number can be made on purpose, so whoever finds something by it compares the values.
 */
public final class Hashes {
  /** Where FNV-1a begins. */
  private static final long BASIS = 0xCBF29CE484222325L;

  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0x100000001B3L;
  private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
  private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

  private Hashes() {}

  /** Of bytes of an array. */
  public static long of(byte[] bytes, int from, int to) {
    long hash = BASIS;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xFF)) * PRIME;
    }
    return spread(hash);
  }

  /** Of a text. */
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** Of a key and one more part of it. */
  public static long with(long hash, long part) {
    return spread(hash * PRIME + part + SEED);
  }

  private static long spread(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * FIRST_MULTIPLIER;
    z = (z ^ (z >>> 27)) * SECOND_MULTIPLIER;
    return z ^ (z >>> 31);
  }
}
