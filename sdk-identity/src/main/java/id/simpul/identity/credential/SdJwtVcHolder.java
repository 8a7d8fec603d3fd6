package id.simpul.identity.credential;

import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.jose.JwsSigner;
import id.simpul.identity.jose.PublicJwk;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Takes credentials for one key. A holder with a key for each credential, or for each copy of one,
 * cannot be followed from verifier to verifier by his key. Immutable, thread-safe.
 */
public final class SdJwtVcHolder {
  private final CredentialCheck check;
  private final SigningKey key;
  private final JwsSigner signer;

  /**
   * A holder with a key.
   *
   * @param verifier what to take, and from whom; its status checker is not asked
   * @param key signs presentations, here or in a secure element
   * @param clock says what time it is
   */
  public SdJwtVcHolder(SdJwtVcVerifier verifier, SigningKey key, InstantSource clock) {
    this.check = verifier.check();
    this.key = Objects.requireNonNull(key, "key");
    this.signer = new JwsSigner(Profiles.KEY_BINDING, key, clock);
  }

  /**
   * Takes a credential from its issuer, or from where it was kept (RFC 9901, section 7.2).
   *
   * @param issued an SD-JWT in compact serialisation, with all its disclosures
   * @return the credential, ready to be presented
   * @throws TrustException for the first check that fails: {@code NOT_ALLOWED} when there is a key
   *     binding, which only a presentation has, or when it is bound to another key; otherwise as
   *     {@link HolderBoundVerifier#verify}, but for status, audience and nonce
   */
  public HeldCredential receive(String issued) {
    SdJwtText text = BearerVerifier.withoutKeyBinding(issued);
    CredentialCheck.Checked checked = check.check(text);
    PublicJwk bound = checked.holder();
    if (bound != null && !bound.key().keyId().equals(key.keyId())) {
      throw SdJwt.notAllowed("is the key of somebody else", "cnf");
    }
    return new HeldCredential(
        text,
        new VerifiedCredential(checked, StatusResult.unasked(checked.jws().claims())),
        checked.disclosed(),
        signer);
  }

  @Override
  public String toString() {
    return "holder " + key.keyId();
  }
}
