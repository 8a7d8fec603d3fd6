package id.simpul.identity.issuance;

import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.jose.PublicJwk;

/**
 * Makes the credential a grant is good for. Implementations are thread-safe, and may wait for keys
 * and databases.
 */
@FunctionalInterface
public interface CredentialMaker {
  /**
   * Makes one copy.
   *
   * @param grant what may be issued, and of what
   * @param holder the key this copy is bound to, which its holder has proved to have
   * @return the credential
   */
  IssuedCredential make(IssuanceGrant grant, PublicJwk holder);
}
