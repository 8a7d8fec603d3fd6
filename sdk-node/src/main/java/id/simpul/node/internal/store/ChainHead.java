package id.simpul.node.internal.store;

import java.util.Objects;

/**
 * The end of the log at some moment. Kept elsewhere, it witnesses that everything up to there is
 * still what it was.
 *
 * @param sequence the sequence of the last event, 0 for an empty log
 * @param digest the digest of the last event, {@link Digest#ZERO} for an empty log
 */
public record ChainHead(long sequence, Digest digest) {
  /** The head of an empty log. */
  public static final ChainHead EMPTY = new ChainHead(0, Digest.ZERO);

  /** Checks both. */
  public ChainHead {
    Objects.requireNonNull(digest, "digest");
    if (sequence < 0) {
      throw new IllegalArgumentException("A head's sequence is 0 or more, not " + sequence);
    }
  }
}
