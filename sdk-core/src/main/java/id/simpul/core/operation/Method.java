package id.simpul.core.operation;

/** The HTTP methods operations use (RFC 9110, section 9). */
public enum Method {
  /** Reads. */
  GET,
  /** Submits. */
  POST,
  /** Replaces. */
  PUT,
  /** Removes. */
  DELETE
}
