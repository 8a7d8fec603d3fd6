package id.simpul.core.operation;

/** What repeating an exchange does: all that the retry policy needs to know of an operation. */
public enum Effect {
  /** Changes nothing; may be repeated freely. */
  SAFE,
  /** Changes something, to the same end however often it is repeated. */
  IDEMPOTENT,
  /**
   * Changes something each time, unless an {@code Idempotency-Key} ties repetitions together. The
   * client sends one key with all attempts of a call.
   */
  KEYED
}
