package id.simpul.node.internal.store;

/** What became of a case that was to begin. */
public sealed interface CaseOutcome {
  /** It began. */
  record Opened() implements CaseOutcome {}

  /**
   * The same was asked under the same key before; nothing was written now.
   *
   * @param receipt what was answered then, plain
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Replayed(byte[] receipt) implements CaseOutcome {
    /** Nothing of it. */
    @Override
    public String toString() {
      return "Replayed";
    }
  }

  /** The same was asked under the same key before, and its offer has ended. */
  record Ended() implements CaseOutcome {}

  /** Something else was asked under the same key. */
  record KeyConflict() implements CaseOutcome {}
}
