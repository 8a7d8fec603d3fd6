package id.simpul.node.internal.store;

import java.util.Objects;

/**
 * Where an event stands in the log and in its stream.
 *
 * @param sequence its number in the whole log: 1 for the first, without gaps
 * @param stream the stream it belongs to
 * @param streamSequence its number in the stream: 1 for the first, without gaps
 */
public record Position(long sequence, StreamId stream, long streamSequence) {

  /** Checks that both numbers start at 1. */
  public Position {
    Objects.requireNonNull(stream, "stream");
    if (sequence < 1 || streamSequence < 1) {
      throw new IllegalArgumentException(
          "Sequences start at 1, not " + sequence + " and " + streamSequence);
    }
  }
}
