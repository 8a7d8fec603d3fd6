package id.simpul.identity.credential;

import java.net.URI;

/**
 * Remembers which places of a status list were given out, and what was said of them. For ever: an
 * index that is forgotten could be given to a second credential, and both would be revoked with
 * one. Implementations are thread-safe, and durable before they return; one that several processes
 * share must decide in the shared place, not before it.
 */
public interface StatusIndexStore extends StatusIndex {
  /**
   * Takes an index, atomically: of any number of calls with one list and index, in any threads and
   * processes, exactly one gets {@code true}. Its status is {@link TokenStatus#VALID} then.
   *
   * @param list the list
   * @param index the index
   * @return true if it was free
   */
  boolean claim(URI list, int index);

  /**
   * Changes a status, atomically, if it is still what the caller thinks.
   *
   * @param list the list
   * @param index the index
   * @param expected what it must be
   * @param next what it becomes
   * @return true if it was changed
   */
  boolean replace(URI list, int index, TokenStatus expected, TokenStatus next);
}
