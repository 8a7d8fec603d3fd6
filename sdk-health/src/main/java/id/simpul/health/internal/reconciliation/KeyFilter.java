package id.simpul.health.internal.reconciliation;

/**
 * Remembers keys so that most others are told apart from them: whatever was added is found again,
 * and few things are that were not. Not thread-safe.
 */
public final class KeyFilter {
  private static final int BITS = 25;
  private static final int LONG_BITS = 6;

  private final long[] words = new long[1 << (BITS - LONG_BITS)];

  /** Remembers a key. */
  public void add(long key) {
    words[word(key)] |= 1L << key;
  }

  /** Whether a key may have been added; never false when it was. */
  public boolean mayHave(long key) {
    return (words[word(key)] & 1L << key) != 0;
  }

  private static int word(long key) {
    return (int) (key >>> LONG_BITS) & (1 << (BITS - LONG_BITS)) - 1;
  }
}
