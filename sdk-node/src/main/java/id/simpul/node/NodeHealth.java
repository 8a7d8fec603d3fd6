package id.simpul.node;

/**
 * What a node does with health records: whether it serves them. Immutable.
 *
 * <p>Off unless the operator says so: health data are specific personal data (UU 27/2022, article
 * 4), and a node that was set up for reports must not open a door to them by being updated.
 */
public final class NodeHealth {
  /** Nothing. */
  public static final NodeHealth NONE = new NodeHealth(false);

  private final boolean serving;

  private NodeHealth(boolean serving) {
    this.serving = serving;
  }

  /**
   * The same, serving health records to whoever holds a key for health.
   *
   * @return a copy
   */
  public NodeHealth serving() {
    return new NodeHealth(true);
  }

  /**
   * Whether health workers read and write records here.
   *
   * @return true when they do
   */
  public boolean serves() {
    return serving;
  }

  /** What it does. */
  @Override
  public String toString() {
    return "NodeHealth[" + (serving ? "serves" : "nothing") + "]";
  }
}
