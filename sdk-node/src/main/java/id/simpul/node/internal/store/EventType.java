package id.simpul.node.internal.store;

/**
 * What happened and in which version of its payload's shape. A version that ever shipped stays
 * readable for ever.
 *
 * @param name dotted and lower case, for example {@code report.submitted}
 * @param version 1 or more
 */
public record EventType(String name, int version) {
  /** The longest name in characters. */
  public static final int MAX_NAME_LENGTH = 100;

  /** Checks both. */
  public EventType {
    Texts.bounded("event type", name, MAX_NAME_LENGTH);
    if (version < 1) {
      throw new IllegalArgumentException("An event version is 1 or more, not " + version);
    }
  }

  @Override
  public String toString() {
    return name + " v" + version;
  }
}
