package id.simpul.identity.credential;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which places of status lists were given out, and what was said of them: all that publishing
 * a list takes. How places are taken and statuses set is another matter, {@link StatusIndexStore}'s
 * or an issuer's own. Implementations are thread-safe.
 */
public interface StatusIndex {
  /**
   * How many indices were taken. Never less than what was taken before the call.
   *
   * @param list the list
   * @return their number, 0 for a list nobody has used
   */
  int taken(URI list);

  /**
   * The status of an index.
   *
   * @param list the list
   * @param index the index
   * @return its status, or empty when it was never given out
   */
  Optional<TokenStatus> find(URI list, int index);

  /**
   * Everything that is not valid.
   *
   * @param list the list
   * @return index and status of each; the caller's to keep
   */
  Map<Integer, TokenStatus> notValid(URI list);
}
