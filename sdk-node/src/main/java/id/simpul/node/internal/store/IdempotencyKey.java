package id.simpul.node.internal.store;

/**
 * What makes a request count once: unique in the database among the keys that are kept.
 *
 * @param caller who calls, as the node knows it; 1 to {@value #MAX_CALLER_LENGTH} characters
 * @param operation the operation called; 1 to {@value #MAX_OPERATION_LENGTH} characters
 * @param key the caller's own key; 1 to {@value #MAX_KEY_LENGTH} characters
 */
public record IdempotencyKey(String caller, String operation, String key) {
  /** The longest caller in characters. */
  public static final int MAX_CALLER_LENGTH = 200;

  /** The longest operation in characters. */
  public static final int MAX_OPERATION_LENGTH = 100;

  /** The longest key in characters. */
  public static final int MAX_KEY_LENGTH = 255;

  /** Checks the lengths. */
  public IdempotencyKey {
    Texts.bounded("caller", caller, MAX_CALLER_LENGTH);
    Texts.bounded("operation", operation, MAX_OPERATION_LENGTH);
    Texts.bounded("idempotency key", key, MAX_KEY_LENGTH);
  }

  @Override
  public String toString() {
    return "IdempotencyKey[" + operation + "]";
  }
}
