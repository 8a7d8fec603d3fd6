package id.simpul.node.internal.security;

/** Who may call an operation. */
public enum Access {
  /** Anybody. */
  OPEN,
  /** Whoever holds an API key for reporting, and peers that sign. */
  REPORTER,
  /** Whoever holds an officer's key. */
  OFFICER,
  /** Whoever holds a bearer token, which the operation itself knows and no key of this node is. */
  TOKEN
}
