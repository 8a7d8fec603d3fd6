package id.simpul.node.internal.security;

/** Who may call an operation. */
public enum Access {
  /** Anybody. */
  OPEN,
  /** Whoever holds an API key for reporting, and peers that sign. */
  REPORTER,
  /** Whoever holds the key of an officer who works on reports. */
  OFFICER,
  /** Whoever holds the key of an officer who issues credentials. */
  REGISTRAR,
  /** Whoever holds the key of an officer who looks at credentials. */
  VERIFIER,
  /**
   * Whoever holds the key of an application for citizens, of an officer or of a health worker, and
   * peers that sign.
   */
  APPLICATION,
  /** Whoever holds the key of a health worker. */
  HEALTH,
  /** Whoever holds the key of a health worker, or of who answers for the health records. */
  HEALTH_READER,
  /** Whoever holds the key of who answers for the health records. */
  CUSTODIAN,
  /** Whoever holds the key of a system that exports health records. */
  EXPORTER,
  /** Whoever holds a bearer token, which the operation itself knows and no key of this node is. */
  TOKEN;

  /**
   * Whether who calls stands in the header {@code Authorization} and nowhere else: such a key must
   * not stand in a URL, where gateways would log it.
   *
   * @return false where a form carries the key, or nobody needs one
   */
  public boolean byBearer() {
    return this != OPEN && this != REPORTER;
  }
}
