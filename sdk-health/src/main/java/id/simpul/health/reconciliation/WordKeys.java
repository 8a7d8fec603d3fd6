package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.KeyRuns;

/** A word of the name with a day; a name of fewer words has its last ones again. */
final class WordKeys implements KeyRuns.Keys {
  private static final int NOTHING = -1;

  private final Columns columns;
  private int last = NOTHING;
  private long[] words = {};

  WordKeys(Columns columns) {
    this.columns = columns;
  }

  @Override
  public long key(int at, int variant) {
    if (at != last) {
      words = columns.words(at);
      last = at;
    }
    int word = Math.min(variant / Keys.DAY_VARIANTS, words.length - 1);
    long day = columns.day(at) + (long) (variant % Keys.DAY_VARIANTS);
    return Hashes.with(word < 0 ? Columns.NONE : words[word], day);
  }
}
