package id.simpul.node.internal.store;

import id.simpul.identity.credential.StatusIndex;
import id.simpul.identity.issuance.AccessTokenStore;
import id.simpul.identity.issuance.OfferStore;
import id.simpul.identity.issuance.StoredOffer;

/**
 * What an issuer remembers: offers, access tokens, and the cases they belong to, each a stream of
 * events under its reference. The status of a case is the last that was set, and is that of every
 * copy, those that are still to be collected included. Contents of offers and tokens are encrypted,
 * and gone when they are used or too old. Blocks the calling thread; throws {@link StoreException}.
 */
public interface CredentialStore extends OfferStore, AccessTokenStore, StatusIndex {
  /** Who makes an offer that nobody asked for by name. */
  String NODE = "node";

  @Override
  default void add(StoredOffer offer) {
    open(NewCase.of(offer, NODE));
  }

  /**
   * Begins a case: its first event and its offer, in one.
   *
   * @param opened what begins
   * @return what became of it
   */
  CaseOutcome open(NewCase opened);

  /**
   * Sets the status of a case: an event, and with any status but {@code VALID} the end of its open
   * offers and tokens, in one.
   *
   * @param change what to set
   * @return what became of it
   */
  CaseStatus.Outcome setStatus(CaseStatus change);
}
