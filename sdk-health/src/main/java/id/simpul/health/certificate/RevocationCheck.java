package id.simpul.health.certificate;

import java.util.List;

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

  /**
   * Asks several, for example the lists of several publishers.
   *
   * @param checks who is asked, each about every certificate
   * @return a check by which a certificate is revoked when one says so, whatever becomes of the
   *     others, and good when one knows it and none says so; when nobody can say, it fails as the
   *     first that failed
   */
  static RevocationCheck anyOf(List<RevocationCheck> checks) {
    List<RevocationCheck> all = List.copyOf(checks);
    return question -> {
      Status status = Status.UNKNOWN;
      RuntimeException failure = null;
      for (RevocationCheck check : all) {
        try {
          Status said = check.ask(question);
          if (said == Status.REVOKED) {
            return said;
          }
          status = said == Status.GOOD ? said : status;
        } catch (RuntimeException e) {
          failure = failure == null ? e : failure;
        }
      }
      if (status == Status.UNKNOWN && failure != null) {
        throw failure;
      }
      return status;
    };
  }
}
