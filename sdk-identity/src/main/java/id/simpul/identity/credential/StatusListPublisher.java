package id.simpul.identity.credential;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwsSigner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Publishes one status list, for an issuer that takes places and sets statuses in transactions of
 * its own; {@link StatusListIssuer} does that, too. Immutable, thread-safe when its index is; waits
 * for index and key.
 *
 * <p>Places are drawn at random, so that their order does not tell when or to whom a credential was
 * issued.
 */
public final class StatusListPublisher {
  private final StatusListTerms terms;
  private final StatusIndex index;
  private final JwsSigner signer;
  private final SecureRandom random = new SecureRandom();

  /**
   * The publisher of one list.
   *
   * @param terms the list
   * @param index what is known of it
   * @param key signs it, one that verifiers know as a key of the issuer
   * @param clock says what time it is
   */
  public StatusListPublisher(
      StatusListTerms terms, StatusIndex index, SigningKey key, InstantSource clock) {
    this.terms = Objects.requireNonNull(terms, "terms");
    this.index = Objects.requireNonNull(index, "index");
    this.signer =
        new JwsSigner(
            StatusListVerifier.profile(StatusListVerifier.MAX_LIFETIME).build(), key, clock);
  }

  /**
   * The list.
   *
   * @return what it looks like
   */
  public StatusListTerms terms() {
    return terms;
  }

  /**
   * Draws a place nobody has, without taking it: another process may draw the same, so whoever
   * takes it has to look again.
   *
   * @return a place that was not given out a moment ago
   * @throws TrustException {@code BUDGET_EXCEEDED} when the list is as good as full
   */
  public StatusReference draw() {
    for (int draw = 0; draw < StatusListIssuer.MAX_DRAWS; draw++) {
      int place = random.nextInt(terms.entries());
      if (index.find(terms.uri(), place).isEmpty()) {
        return new StatusReference(place, terms.uri());
      }
    }
    throw new TrustException(
        Reason.BUDGET_EXCEEDED, terms.uri().toString(), "is full; open another one", "status list");
  }

  /**
   * Whether it is time for the next list. This one still gives out places: processes that share it
   * need not agree on the moment.
   *
   * @return true once {@link StatusListTerms#places()} were given out
   */
  public boolean isUsedUp() {
    return index.taken(terms.uri()) >= terms.places();
  }

  /**
   * Whether the list has been opened.
   *
   * @return true once a place was given out
   */
  public boolean isUsed() {
    return index.taken(terms.uri()) > 0;
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
    StatusList.Builder list = StatusList.builder(terms.bits(), terms.entries());
    index.notValid(terms.uri()).forEach(list::set);
    JsonObject claims =
        JsonObject.builder()
            .put("iss", terms.issuer().value())
            .put("sub", terms.uri().toString())
            .put("ttl", JsonNumber.of(terms.ttl().toSeconds()))
            .put("status_list", list.build().toJson())
            .build();
    return signer.sign(claims, terms.lifetime());
  }

  /** The list. */
  @Override
  public String toString() {
    return "publisher of " + terms;
  }
}
