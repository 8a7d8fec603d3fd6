package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.jose.JwkSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets pass what its issuer has not taken back; the last check of a credential. */
final class StatusGate {
  private final @Nullable StatusChecker checker;
  private final boolean ignores;

  StatusGate(@Nullable StatusChecker checker, boolean ignores) {
    this.checker = checker;
    this.ignores = ignores;
  }

  /**
   * Checks a credential.
   *
   * @return what is known, also when nobody was asked
   * @throws TrustException when it does not hold, or nobody can say
   */
  StatusResult check(CredentialCheck.Checked credential) {
    JsonObject claims = credential.jws().claims();
    if (ignores) {
      return StatusResult.unasked(claims);
    }
    Optional<StatusReference> reference = StatusReference.find(claims);
    if (reference.isEmpty()) {
      return StatusResult.unasked(claims);
    }
    ResolvedEntity issuer = credential.issuer();
    if (checker == null) {
      throw new TrustException(
          Reason.STATUS_UNKNOWN,
          issuer.id().value(),
          "keeps a status and this verifier was not told to look at it",
          "status");
    }
    // It was verified with one of them.
    JwkSet keys = issuer.publishedKeys().orElseThrow();
    StatusResult result = checker.check(reference.get(), issuer.id(), keys);
    result.requireValid();
    return result;
  }
}
