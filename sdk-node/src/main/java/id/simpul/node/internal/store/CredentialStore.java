package id.simpul.node.internal.store;

import id.simpul.identity.credential.StatusIndexStore;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.issuance.AccessTokenStore;
import id.simpul.identity.issuance.OfferStore;
import java.util.List;

/**
 * What an issuer remembers: offers, access tokens, places of status lists, and which place belongs
 * to which case. Contents of offers and tokens are encrypted, and gone when they are used or too
 * old. Blocks the calling thread; throws {@link StoreException}.
 */
public interface CredentialStore extends OfferStore, AccessTokenStore, StatusIndexStore {
  /**
   * Notes that a credential was issued.
   *
   * @param reference the case
   * @param place where its status stands
   */
  void recordIssued(String reference, StatusReference place);

  /**
   * What was issued in a case.
   *
   * @param reference the case
   * @return the places of all copies, possibly none
   */
  List<StatusReference> issued(String reference);
}
