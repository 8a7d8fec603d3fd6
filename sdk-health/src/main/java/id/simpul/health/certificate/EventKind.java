package id.simpul.health.certificate;

/** What a health certificate says happened. */
public enum EventKind {
  /** A vaccination. */
  VACCINATION("v", 2),
  /** A test and its result. */
  TEST("t", 1),
  /** A recovery. */
  RECOVERY("r", 3);

  private final String group;
  private final int purpose;

  EventKind(String group, int purpose) {
    this.group = group;
    this.purpose = purpose;
  }

  /**
   * The member of the payload that holds such an event.
   *
   * @return one letter
   */
  public String group() {
    return group;
  }

  /** The last number of the extended key usage that lets a key sign it. */
  int purpose() {
    return purpose;
  }
}
