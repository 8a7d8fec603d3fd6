package id.simpul.node.internal.store;

/**
 * The id of one stream of events, for example one report. Opaque, not enumerable, chosen by the
 * caller and unique in the database.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters
 */
public record StreamId(String value) {
  /** The longest id in characters. */
  public static final int MAX_LENGTH = 64;

  /** Checks the length. */
  public StreamId {
    Texts.bounded("stream id", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
