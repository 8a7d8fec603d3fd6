package id.simpul.reporting.wire;

/** What an operation is given that needs nothing. */
public enum NoInput {
  /** The one value. */
  NONE
}
