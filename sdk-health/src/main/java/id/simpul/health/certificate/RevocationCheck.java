package id.simpul.health.certificate;

/**
 * Asks whether a certificate was taken back. A signature alone is not enough: certificates were
 * forged with real keys, and doors that issued to anybody stood open. Thread-safe.
 */
@FunctionalInterface
public interface RevocationCheck {
  /** What is known. */
  enum Status {
    /** It was not taken back. */
    GOOD,
    /** It was taken back. */
    REVOKED,
    /** Nobody can say now. */
    UNKNOWN
  }

  /**
   * Asks about one certificate whose signature was verified.
   *
   * @param question what lists of revoked certificates are searched by
   * @return what is known; an exception or null counts as {@link Status#UNKNOWN}
   */
  Status ask(RevocationQuestion question);
}
