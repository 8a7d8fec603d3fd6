package id.simpul.node.internal.store;

/** What became of events for a stream that exists. */
public sealed interface StreamOutcome
    permits SubmissionOutcome, StreamOutcome.Conflict, StreamOutcome.UnknownStream {

  /**
   * Somebody else wrote to the stream meanwhile; nothing was written.
   *
   * @param actual the stream sequence of its last event
   */
  record Conflict(long actual) implements StreamOutcome {}

  /**
   * There is no such stream; nothing was written.
   *
   * @param stream the id asked for
   */
  record UnknownStream(StreamId stream) implements StreamOutcome {}
}
