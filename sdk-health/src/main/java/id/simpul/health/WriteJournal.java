package id.simpul.health;

/**
 * Told of every step of a write on the writing thread: of {@link WriteState#SENDING} before
 * anything is sent, each time, and of every other state once it is known. Whoever notes the
 * sendings durably knows after a crash which writes may have been sent, and how often.
 */
@FunctionalInterface
public interface WriteJournal {
  /**
   * Notes a step.
   *
   * @param step the step; when this throws at {@code SENDING} nothing is sent and the result says
   *     so; when it throws later a {@link SatuSehatJournalException} carries the result, which
   *     stands
   */
  void note(WriteStep step);
}
