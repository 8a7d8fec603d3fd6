package id.simpul.node.internal.store;

/** What a walk over the log found. */
public sealed interface ChainReport permits ChainReport.Intact, ChainReport.Broken {

  /**
   * Every event is what it was when it was recorded.
   *
   * @param head the end of the log that was verified
   */
  record Intact(ChainHead head) implements ChainReport {}

  /**
   * The log was changed.
   *
   * @param sequence the first event that does not fit
   * @param reason why it does not
   */
  record Broken(long sequence, Reason reason) implements ChainReport {}

  /** Why an event does not fit. */
  enum Reason {
    /** It is not there, though a later one or the head says it was. */
    MISSING,
    /** It cannot be read. */
    UNREADABLE,
    /** Its payload does not have the digest in its envelope. */
    PAYLOAD_CHANGED,
    /** Its envelope does not have the digest recorded for it. */
    ENVELOPE_CHANGED,
    /** It does not refer to the event before it. */
    LINK_BROKEN,
    /** It is not the event that a witness or the recorded head saw. */
    HEAD_DIFFERS
  }
}
