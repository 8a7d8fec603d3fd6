package id.simpul.node.internal.store;

import java.util.List;

/** What became of a submission. */
public sealed interface SubmissionOutcome extends StreamOutcome
    permits SubmissionOutcome.Appended, SubmissionOutcome.Replayed, SubmissionOutcome.KeyConflict {

  /**
   * It is on disk.
   *
   * @param stream the stream written to
   * @param events the events as recorded, at least one
   */
  record Appended(StreamId stream, List<Event> events) implements SubmissionOutcome {
    /** Copies the list. */
    public Appended {
      events = List.copyOf(events);
    }

    /**
     * The last event written, the only one of a submission.
     *
     * @return the event as recorded
     */
    public Event event() {
      return events.get(events.size() - 1);
    }
  }

  /**
   * The same request under the same key was written before; nothing was written now.
   *
   * @param stream the stream written to then
   * @param sequence the global sequence of the last event written then
   */
  record Replayed(StreamId stream, long sequence) implements SubmissionOutcome {}

  /**
   * Another request was written under the same key; nothing was written now.
   *
   * @param key the key
   */
  record KeyConflict(IdempotencyKey key) implements SubmissionOutcome {}
}
