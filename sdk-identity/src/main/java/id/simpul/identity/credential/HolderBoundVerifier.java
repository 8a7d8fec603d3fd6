package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedJws;

/**
 * Verifies presentations whose presenter proves to hold the key in the credential, and fails
 * closed. Cheap checks come first; the status is looked up when all signatures hold, and the nonce
 * is used up last. Asks the trust resolver and the status checker, so call it off the event loop.
 * Thread-safe.
 */
public final class HolderBoundVerifier {
  private final CredentialCheck check;
  private final StatusGate status;
  private final BindingCheck binding;

  HolderBoundVerifier(CredentialCheck check, StatusGate status, BindingCheck binding) {
    this.check = check;
    this.status = status;
    this.binding = binding;
  }

  /**
   * Verifies one presentation, once: the second time it is a replay.
   *
   * @param presentation an SD-JWT+KB in compact serialisation
   * @param nonce what this presenter was asked to sign, from the caller's own records and never
   *     from the presentation; see {@link KeyBindingChallenge}
   * @return the verified presentation, the only way to its claims
   * @throws TrustException for the first check that fails. {@code MALFORMED} for syntax, sizes,
   *     missing, doubled or unreferenced parts; {@code UNSIGNED} when a signature is missing;
   *     {@code NOT_ALLOWED} for a type, algorithm, header, digest algorithm, lifetime or hidden
   *     claim against the rules; {@code UNKNOWN_ENTITY}, {@code UNKNOWN_KEY}, {@code KEY_UNUSABLE},
   *     {@code SIGNATURE_INVALID}, {@code NOT_AUTHORISED}; {@code EXPIRED} or {@code
   *     NOT_YET_VALID}; {@code WRONG_SIGNER} or {@code WRONG_AUDIENCE}; {@code DIGEST_MISMATCH}
   *     when it was altered after it was signed; {@code REVOKED}, {@code SUSPENDED} or {@code
   *     STATUS_UNKNOWN}; {@code REPLAYED} for the wrong nonce or one that was used; {@code
   *     BUDGET_EXCEEDED} when the nonce cannot be remembered; what the trust resolver and the
   *     status checker throw
   */
  public VerifiedPresentation verify(String presentation, String nonce) {
    SdJwtText text = SdJwtText.parse(presentation);
    BindingCheck.keyBindingJwt(text);
    CredentialCheck.Checked checked = check.check(text);
    PublicJwk holder = checked.holder();
    if (holder == null) {
      throw SdJwt.notAllowed("the credential is bound to no key", "cnf");
    }
    VerifiedJws bound = binding.check(text, checked.disclosed().algorithm(), holder, nonce);
    VerifiedCredential credential = new VerifiedCredential(checked, status.check(checked));
    binding.consume(bound, nonce);
    return new VerifiedPresentation(credential, holder, bound.issuedAt());
  }

  @Override
  public String toString() {
    return "verifier with " + binding;
  }
}
