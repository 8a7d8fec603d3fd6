package id.simpul.identity.issuance;

import id.simpul.identity.credential.StatusReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives out what access tokens are good for, once; then nothing of them is left. Tokens come to it
 * by {@link OfferStore#redeem}. Implementations are thread-safe; one that several processes share
 * decides in the shared place.
 */
public interface AccessTokenStore {
  /** What came of an attempt to take a token. */
  enum Taking {
    /** It was taken, by this call and no other. */
    TAKEN,
    /** It is not there, used, too old, or what it was good for was withdrawn. */
    GONE,
    /** A place was given out meanwhile; the token is still there. */
    PLACE_GIVEN_OUT
  }

  /**
   * Looks a token up.
   *
   * @param token its digest
   * @param now the time
   * @return the token, or empty when it is not there, used or too old
   */
  Optional<StoredToken> find(String token, Instant now);

  /**
   * Takes a token away and gives places of status lists out to its case, in one: of any number of
   * calls, in any threads and processes, exactly one gets {@link Taking#TAKEN}, and of the others
   * nothing is left.
   *
   * @param token its digest
   * @param places where the status of each copy stands, possibly none
   * @param now the time
   * @return what came of it
   */
  Taking take(String token, List<StatusReference> places, Instant now);
}
