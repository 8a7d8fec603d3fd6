package id.simpul.identity.credential;

import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * The issuer's side of one status list: gives out places, changes statuses, signs the list. Any
 * number of processes may share a list through one {@link StatusIndexStore}. Immutable, thread-safe
 * when its store is; waits for store and key.
 *
 * <p>Places are drawn at random, so that their order does not tell when or to whom a credential was
 * issued. A credential that is issued anew gets a new place.
 */
public final class StatusListIssuer {
  /**
   * How many places are drawn before a list counts as full. A list that is used to nine tenths
   * fails to find a free one once in a million times; {@link #isUsedUp} says so well before.
   */
  public static final int MAX_DRAWS = 128;

  private final StatusListTerms terms;
  private final StatusIndexStore store;
  private final StatusListPublisher list;
  private final SecureRandom random = new SecureRandom();

  /**
   * The issuer of one list.
   *
   * @param terms the list
   * @param store what is remembered of it
   * @param key signs it, one that verifiers know as a key of the issuer
   * @param clock says what time it is
   */
  public StatusListIssuer(
      StatusListTerms terms, StatusIndexStore store, SigningKey key, InstantSource clock) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.store = Objects.requireNonNull(store, "store");
    this.list = new StatusListPublisher(terms, store, key, clock);
  }

  /**
   * Takes a place for a new credential, which is valid from now on.
   *
   * @return a place that was never given out and never will be again
   * @throws TrustException {@code BUDGET_EXCEEDED} when the list is as good as full
   */
  public StatusReference allocate() {
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      int index = random.nextInt(terms.entries());
      if (store.claim(terms.uri(), index)) {
        return new StatusReference(index, terms.uri());
      }
    }
    throw fail(Reason.BUDGET_EXCEEDED, "is full; open another one");
  }

  /**
   * Whether it is time for the next list. This one still gives out places: processes that share it
   * need not agree on the moment.
   *
   * @return true once {@link StatusListTerms#places()} were given out
   */
  public boolean isUsedUp() {
    return list.isUsedUp();
  }

  /**
   * Whether the list has been opened.
   *
   * @return true once a place was given out
   */
  public boolean isUsed() {
    return list.isUsed();
  }

  /**
   * Changes the status of a credential. The next token says so; verifiers may keep the one before
   * for its {@code ttl}. Setting what is set already changes nothing.
   *
   * @param reference a place of this list
   * @param status one that its bits can hold
   * @throws TrustException {@code NOT_ALLOWED} when the place was never given out, or when it is
   *     {@link TokenStatus#INVALID}, which is for good
   */
  public void set(StatusReference reference, TokenStatus status) {
    if (!reference.uri().equals(terms.uri())
        || reference.index() >= terms.entries()
        || status.value() >= 1 << terms.bits()) {
      throw new IllegalArgumentException("Not a place of this list, or too large a status for it");
    }
    int index = (int) reference.index();
    while (true) {
      Optional<TokenStatus> current = store.find(terms.uri(), index);
      if (current.isEmpty()) {
        throw fail(Reason.NOT_ALLOWED, "has never given out this place");
      }
      if (current.get().equals(status)) {
        return;
      }
      if (current.get().equals(TokenStatus.INVALID)) {
        throw fail(Reason.NOT_ALLOWED, "has a credential here that is revoked for good");
      }
      // Somebody else may have changed it meanwhile; then what they did is looked at.
      if (store.replace(terms.uri(), index, current.get(), status)) {
        return;
      }
    }
  }

  /**
   * Signs the list as it is now. Places that were not given out look like valid ones.
   *
   * @return a token to publish under {@link StatusListTerms#uri()} as {@code
   *     application/statuslist+jwt}; sign anew when a status changes and before {@link
   *     StatusListTerms#ttl()} has passed
   * @throws TrustException {@code KEY_UNUSABLE} when the key gives no signature
   */
  public String sign() {
    return list.sign();
  }

  private TrustException fail(Reason reason, String what) {
    return new TrustException(reason, terms.uri().toString(), what, "status list");
  }

  /** The list. */
  @Override
  public String toString() {
    return "issuer of " + terms;
  }
}
