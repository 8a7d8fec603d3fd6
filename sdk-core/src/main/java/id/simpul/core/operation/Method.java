package id.simpul.core.operation;

/** The HTTP methods operations use (RFC 9110, section 9, and RFC 5789). */
public enum Method {
  /** Reads. */
  GET,
  /** Submits. */
  POST,
  /** Replaces. */
  PUT,
  /** Changes in part. */
  PATCH,
  /** Removes. */
  DELETE
}
