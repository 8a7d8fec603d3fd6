package id.simpul.identity.issuance;

import id.simpul.identity.SignatureAlgorithm;
import java.util.Objects;
import java.util.Set;

/**
 * One kind of credential an issuer has (OpenID4VCI 1.0, section 12.2.4): an SD-JWT VC bound to the
 * key of its holder. Immutable.
 *
 * @param id its name with this issuer, 1 to {@value #MAX_ID_LENGTH} characters
 * @param type its {@code vct}
 * @param signedWith the algorithms it is signed with
 * @param proofsSignedWith the algorithms a holder's key may have
 */
public record CredentialConfiguration(
    String id,
    String type,
    Set<SignatureAlgorithm> signedWith,
    Set<SignatureAlgorithm> proofsSignedWith) {
  /** The most characters of an id. */
  public static final int MAX_ID_LENGTH = 128;

  /** The format of every credential here (appendix A.3). */
  public static final String FORMAT = "dc+sd-jwt";

  /** Copies the sets. */
  public CredentialConfiguration {
    Objects.requireNonNull(type, "type");
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException("An id has 1 to " + MAX_ID_LENGTH + " characters");
    }
    signedWith = Set.copyOf(signedWith);
    proofsSignedWith = Set.copyOf(proofsSignedWith);
    if (proofsSignedWith.isEmpty()) {
      throw new IllegalArgumentException("A holder's key has some algorithm");
    }
  }
}
