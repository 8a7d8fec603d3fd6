package id.simpul.identity.credential;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwkSet;

/**
 * Asks whether a credential still holds. Called when all signatures of the credential have been
 * verified, and never before. May need the network, so never on an event loop. Thread-safe.
 */
public interface StatusChecker {
  /**
   * Finds out the status of one credential.
   *
   * @param reference where its issuer keeps it
   * @param issuer who issued the credential and must have signed the list
   * @param keys the keys of that issuer
   * @return what is known; a verifier takes what {@link StatusResult#requireValid} lets pass
   * @throws TrustException when nothing can be said; the credential is refused then
   */
  StatusResult check(StatusReference reference, EntityId issuer, JwkSet keys);
}
