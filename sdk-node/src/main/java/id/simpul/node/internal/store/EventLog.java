package id.simpul.node.internal.store;

import java.util.List;

/**
 * The whole log in order, for replay and verification. Thread-safe; blocks the calling thread;
 * throws {@link StoreException}.
 */
public interface EventLog {
  /** The most events in one page of the log. */
  int MAX_PAGE = 1000;

  /**
   * A page of the whole log.
   *
   * @param sequence the global sequence after which to begin, 0 for the start
   * @param limit the most events to return, 1 to {@value #MAX_PAGE}
   * @return the next events in order; empty only at the end of the log, fewer than asked for also
   *     before an event that cannot be read
   */
  List<Event> eventsAfter(long sequence, int limit);

  /**
   * The end of the log.
   *
   * @return the last event's sequence and digest
   */
  ChainHead head();
}
