package id.simpul.node.internal.credential;

import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.credential.StatusIndexStore;
import id.simpul.identity.credential.StatusListIssuer;
import id.simpul.identity.credential.StatusListTerms;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.wire.NumberedListQuery;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
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
  private final StatusIndexStore store;
  private final SigningKey key;
  private final InstantSource clock;
  private final ConcurrentMap<Integer, Published> lists = new ConcurrentHashMap<>();
  private final AtomicInteger newest = new AtomicInteger(1);

  private record Published(StatusListTerms terms, StatusListIssuer issuer, StatusListShelf shelf) {}

  /**
   * The lists of a node.
   *
   * @param terms what the list of a number looks like, always the same
   * @param store what is remembered of them
   * @param key signs them
   * @param clock says what time it is
   */
  StatusLists(
      IntFunction<StatusListTerms> terms,
      StatusIndexStore store,
      SigningKey key,
      InstantSource clock) {
    this.terms = terms;
    this.store = store;
    this.key = key;
    this.clock = clock;
  }

  private Published list(int number) {
    return lists.computeIfAbsent(number, this::open);
  }

  private Published open(int number) {
    StatusListTerms what = terms.apply(number);
    StatusListIssuer issuer = new StatusListIssuer(what, store, key, clock);
    return new Published(what, issuer, new StatusListShelf(issuer, clock));
  }

  /**
   * Takes a place for a new credential, in the first list that is not used up.
   *
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room in the last list
   */
  StatusReference allocate() {
    int number = newest.get();
    while (number < MAX_LISTS && list(number).issuer().isUsedUp()) {
      number++;
    }
    newest.accumulateAndGet(number, Math::max);
    return list(number).issuer().allocate();
  }

  /**
   * Changes the status of a credential.
   *
   * @throws TrustException as {@link StatusListIssuer#set}
   */
  void set(StatusReference place, TokenStatus status) {
    Published list = list(number(place.uri()));
    list.issuer().set(place, status);
    list.shelf().changed();
  }

  private int number(URI uri) {
    String name = uri.toString();
    int number = Integer.parseInt(name.substring(name.lastIndexOf('/') + 1));
    if (!list(number).terms().uri().equals(uri)) {
      throw new IllegalArgumentException("Not one of these lists");
    }
    return number;
  }

  /**
   * The token of a list.
   *
   * @param number the list, 1 to {@link #MAX_LISTS}
   * @return its token, or empty when the list has not been opened; the first always is
   */
  Optional<String> token(int number) {
    boolean open = number <= newest.get() || list(number).issuer().isUsed();
    return open ? Optional.of(list(number).shelf().token()) : Optional.empty();
  }
}
