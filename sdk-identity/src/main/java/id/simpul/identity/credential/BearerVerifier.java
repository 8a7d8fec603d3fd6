package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;

/**
 * Verifies credentials whoever presents them, and fails closed. Who has a copy can present it as
 * often as he likes. Asks the trust resolver and the status checker, so call it off the event loop.
 * Thread-safe.
 */
public final class BearerVerifier {
  private final CredentialCheck check;
  private final StatusGate status;

  BearerVerifier(CredentialCheck check, StatusGate status) {
    this.check = check;
    this.status = status;
  }

  /**
   * Verifies one credential.
   *
   * @param credential an SD-JWT in compact serialisation, without key binding, because one that
   *     nobody checks would only look safe
   * @return the verified credential, the only way to its claims
   * @throws TrustException for the first check that fails: {@code NOT_ALLOWED} when there is a key
   *     binding; otherwise as {@link HolderBoundVerifier#verify}
   */
  public VerifiedCredential verify(String credential) {
    SdJwtText text = withoutKeyBinding(credential);
    CredentialCheck.Checked checked = check.check(text);
    return new VerifiedCredential(checked, status.check(checked));
  }

  static SdJwtText withoutKeyBinding(String credential) {
    SdJwtText text = SdJwtText.parse(credential);
    if (text.keyBindingJwt().isPresent()) {
      throw SdJwt.notAllowed("is not expected here", "key binding");
    }
    return text;
  }

  @Override
  public String toString() {
    return "verifier without key binding";
  }
}
