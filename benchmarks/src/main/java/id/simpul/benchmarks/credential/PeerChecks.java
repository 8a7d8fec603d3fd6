package id.simpul.benchmarks.credential;

import java.security.SignatureException;

/** What these peers leave to their callers. */
final class PeerChecks {
  private PeerChecks() {}

  /** Checks what the issuer says of its credential. */
  static void check(Object headerType, Object issuer, Object credentialType, long expires)
      throws SignatureException {
    if (!Credentials.TYPE.equals(headerType)
        || !Credentials.ISSUER.value().equals(issuer)
        || !Credentials.CREDENTIAL_TYPE.equals(credentialType)
        || expires <= Credentials.NOW.getEpochSecond()) {
      throw new SignatureException("refused");
    }
  }
}
