package id.simpul.identity.issuance;

import id.simpul.identity.credential.IssuedCredential;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.jose.PublicJwk;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the credential a grant is good for. Nothing it makes counts until its access token was
 * taken: what is made and not handed out leaves no trace. Implementations are thread-safe, and may
 * wait for keys and databases.
 */
@FunctionalInterface
public interface CredentialMaker {
  /**
   * A copy that has not been handed out.
   *
   * @param credential the copy
   * @param place where its status stands, a place nobody has yet; null when it is never taken back
   */
  record Made(IssuedCredential credential, @Nullable StatusReference place) {
    /** Checks that there is a credential. */
    public Made {
      Objects.requireNonNull(credential, "credential");
    }
  }

  /**
   * Makes one copy for each key.
   *
   * @param grant what may be issued, and of what
   * @param holders the keys the copies are bound to, which their holder has proved to have
   * @return the copies in the order of the keys, with places that differ
   */
  List<Made> make(IssuanceGrant grant, List<PublicJwk> holders);
}
