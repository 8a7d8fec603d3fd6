package id.simpul.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The key a node makes pseudonyms with now, and those it made them with before. A key is changed by
 * putting a new one first; pseudonyms under the old one are still found until it is taken out, and
 * are rewritten meanwhile. Immutable, thread-safe.
 *
 * @param current makes new pseudonyms
 * @param previous still finds old ones, newest first, at most {@link #MAX_PREVIOUS}
 */
public record PseudonymKeys(PseudonymKey current, List<PseudonymKey> previous) {
  /** The most keys that are kept for finding: every look-up costs one more for each. */
  public static final int MAX_PREVIOUS = 4;

  /** Copies the list and checks that no key stands here twice. */
  public PseudonymKeys {
    Objects.requireNonNull(current, "current");
    previous = List.copyOf(previous);
    if (previous.size() > MAX_PREVIOUS) {
      throw new IllegalArgumentException("At most " + MAX_PREVIOUS + " previous keys are kept");
    }
    if (previous.contains(current) || previous.stream().distinct().count() < previous.size()) {
      throw new IllegalArgumentException("A key stands here twice");
    }
  }

  /**
   * The only key a node has had so far.
   *
   * @param key the key
   * @return the keys
   */
  public static PseudonymKeys of(PseudonymKey key) {
    return new PseudonymKeys(key, List.of());
  }

  /**
   * The keys after a change. The oldest is dropped when there are too many; nothing finds its
   * pseudonyms then.
   *
   * @param next makes new pseudonyms from now on
   * @return a copy
   */
  public PseudonymKeys rotate(PseudonymKey next) {
    List<PseudonymKey> kept = new ArrayList<>(all());
    if (kept.size() > MAX_PREVIOUS) {
      kept.remove(kept.size() - 1);
    }
    return new PseudonymKeys(next, kept);
  }

  /**
   * All keys.
   *
   * @return the current one first
   */
  public List<PseudonymKey> all() {
    List<PseudonymKey> all = new ArrayList<>();
    all.add(current);
    all.addAll(previous);
    return List.copyOf(all);
  }
}
