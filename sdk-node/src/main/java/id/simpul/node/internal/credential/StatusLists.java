package id.simpul.node.internal.credential;

import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.StatusIndex;
import id.simpul.identity.credential.StatusListIssuer;
import id.simpul.identity.credential.StatusListPublisher;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.wire.NumberedListQuery;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The status lists of a node, one after the other: when one is used up, credentials get their
 * places in the next, and all of them stay published. Which one that is the store knows, so that
 * several processes agree. Thread-safe.
 */
final class StatusLists {
  /** The most lists a node has. */
  static final int MAX_LISTS = NumberedListQuery.MAX_LIST;

  private final IntFunction<StatusListTerms> terms;
  private final StatusIndex index;
  private final SigningKey key;
  private final InstantSource clock;
  private final ConcurrentMap<Integer, Published> lists = new ConcurrentHashMap<>();
  private final AtomicInteger newest = new AtomicInteger(1);

  private record Published(StatusListPublisher list, StatusListShelf shelf) {}

  /**
   * The lists of a node.
   *
   * @param terms what the list of a number looks like, always the same
   * @param index what is known of them
   * @param key signs them
   * @param clock says what time it is
   */
  StatusLists(
      IntFunction<StatusListTerms> terms, StatusIndex index, SigningKey key, InstantSource clock) {
    this.terms = terms;
    this.index = index;
    this.key = key;
    this.clock = clock;
  }

  private Published list(int number) {
    return lists.computeIfAbsent(number, this::open);
  }

  private Published open(int number) {
    StatusListPublisher list = new StatusListPublisher(terms.apply(number), index, key, clock);
    return new Published(list, new StatusListShelf(list, clock));
  }

  /**
   * Draws places for the copies of a credential, in the first list that is not used up. They are
   * taken when the copies are handed out, and not before.
   *
   * @param copies how many
   * @return so many places that differ and that nobody has
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room in the last list
   */
  List<StatusReference> draw(int copies) {
    int number = newest.get();
    while (number < MAX_LISTS && list(number).list().isUsedUp()) {
      number++;
    }
    newest.accumulateAndGet(number, Math::max);
    StatusListPublisher list = list(number).list();
    Set<StatusReference> drawn = new LinkedHashSet<>();
    for (int draw = 0; draw < StatusListIssuer.MAX_DRAWS && drawn.size() < copies; draw++) {
      drawn.add(list.draw());
    }
    if (drawn.size() < copies) {
      throw new TrustException(
          TrustException.Reason.BUDGET_EXCEEDED, list.toString(), "is as good as full", "list");
    }
    return List.copyOf(drawn);
  }

  /** Has the next token of each list say what was just changed. */
  void changed() {
    lists.values().forEach(list -> list.shelf().changed());
  }

  /**
   * The token of a list.
   *
   * @param number the list, 1 to {@link #MAX_LISTS}
   * @return its token, or empty when the list has not been opened; the first always is
   */
  Optional<String> token(int number) {
    boolean open = number == 1 || list(number).list().isUsed();
    return open ? Optional.of(list(number).shelf().token()) : Optional.empty();
  }
}
