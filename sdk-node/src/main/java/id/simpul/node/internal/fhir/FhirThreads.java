package id.simpul.node.internal.fhir;

import id.simpul.node.internal.http.BlockingWork;

/**
 * Where the work on health records waits. Searches have threads of their own, fewer than the
 * database has readers: however slow they are, what is read and what is answered does not queue
 * behind them. Thread-safe.
 *
 * @param reading all but searches; others use it too
 * @param searching searches
 */
record FhirThreads(BlockingWork reading, BlockingWork searching) implements AutoCloseable {
  /** How many searches run at once. */
  static final int SEARCHES = 2;

  /** How many searches may wait; one more is answered 503. */
  static final int SEARCHES_WAITING = 64;

  /** Adds threads for searches. */
  static FhirThreads beside(BlockingWork reading) {
    return new FhirThreads(
        reading, new BlockingWork("simpul-searches", SEARCHES, SEARCHES_WAITING));
  }

  /** Takes no more searches; whose the other threads are closes those. */
  @Override
  public void close() {
    searching.close();
  }
}
