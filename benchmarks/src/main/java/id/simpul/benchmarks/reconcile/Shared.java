package id.simpul.benchmarks.reconcile;

/** What two registers have in common. */
enum Shared {
  /** Nineteen doses of twenty. */
  MOST("most doses in both"),
  /** No dose and no person: two provinces that never compared. */
  NONE("nothing in common");

  private final String text;

  Shared(String text) {
    this.text = text;
  }

  /** For people. */
  String text() {
    return text;
  }
}
