package id.simpul.benchmarks.client;

/** Knows what to answer. Called by one thread. */
@FunctionalInterface
interface Answers {
  /**
   * Answers one request.
   *
   * @param request bytes that begin with the whole request
   * @param end where it ends
   * @return the whole answer
   */
  byte[] to(byte[] request, int end);
}
