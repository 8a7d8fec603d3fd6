package id.simpul.health.certificate;

import java.util.Objects;

/**
 * The one verdict on a certificate. There is no true or false: what could not be found out is
 * neither.
 *
 * @param <C> what a verified certificate is
 */
public sealed interface Verdict<C> {
  /**
   * It is what it says: signed by a trusted key, valid now, not taken back as far as is known.
   *
   * @param certificate the certificate, which only a verifier can make
   * @param <C> what a verified certificate is
   */
  record Valid<C>(C certificate) implements Verdict<C> {
    /** Checks that there is one. */
    public Valid {
      Objects.requireNonNull(certificate, "certificate");
    }
  }

  /**
   * It must not be accepted.
   *
   * @param step the first step that failed
   * @param code why
   * @param <C> what a verified certificate is
   */
  record Invalid<C>(CertificateStep step, CheckCode code) implements Verdict<C> {
    /** Checks that both are there. */
    public Invalid {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(code, "code");
    }
  }

  /**
   * Nobody can say, here and now. It must not be accepted either, and its bearer did no wrong.
   *
   * @param reason what is missing
   * @param <C> what a verified certificate is
   */
  record Unverifiable<C>(Missing reason) implements Verdict<C> {
    /** Checks that there is a reason. */
    public Unverifiable {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** What is missing for a verdict. */
  enum Missing {
    /** No key of the name the certificate gives. */
    KEY,
    /** A list of trusted keys that is not too old. */
    FRESH_TRUST_LIST,
    /** Word from its issuer whether it was taken back. */
    REVOCATION
  }
}
