package id.simpul.health.internal.reconciliation;

/**
 * Remembers keys so that most others are told apart from them: whatever was added is found again,
 * and few things are that were not. Not thread-safe.
 */
public final class KeyFilter {
  /** How many bits there are for a key, and how many words of them at most: 4 MB. */
  private static final int BITS_A_KEY = 8;

  private static final int MAX_WORDS = 1 << 19;
  private static final int LONG_BITS = 6;

  private final long[] words;

  /** A filter that tells well apart for about so many keys. */
  public KeyFilter(int keys) {
    long wanted = ((long) keys * BITS_A_KEY) >> LONG_BITS;
    words = new long[Integer.highestOneBit((int) Math.min(wanted, MAX_WORDS - 1) + 1)];
  }

  /** Remembers a key. */
  public void add(long key) {
    words[word(key)] |= 1L << key;
  }

  /** Whether a key may have been added; never false when it was. */
  public boolean mayHave(long key) {
    return (words[word(key)] & 1L << key) != 0;
  }

  private int word(long key) {
    return (int) (key >>> LONG_BITS) & (words.length - 1);
  }
}
