package id.simpul.node;

/**
 * How much a node takes on.
 *
 * @param queueCommands submissions that may wait to be written; more are answered with 503
 * @param queueBytes bytes of submissions that may wait to be written; more are answered with 503
 * @param commitBatch submissions written with one commit at most; 1 for a commit each
 * @param eventLoops threads that talk to sockets
 */
public record NodeCapacity(int queueCommands, long queueBytes, int commitBatch, int eventLoops) {
  /** For a small machine: 10,000 submissions of 64 MiB, 256 a commit, one thread for sockets. */
  public static final NodeCapacity DEFAULT = new NodeCapacity(10_000, 64L * 1024 * 1024, 256, 1);

  /** Checks that all are positive. */
  public NodeCapacity {
    if (queueCommands < 1 || queueBytes < 1 || commitBatch < 1 || eventLoops < 1) {
      throw new IllegalArgumentException("Each part of a node's capacity is at least 1");
    }
  }
}
