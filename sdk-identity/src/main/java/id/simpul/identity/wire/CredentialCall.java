package id.simpul.identity.wire;

import id.simpul.core.value.Secret;
import id.simpul.identity.issuance.CredentialRequest;
import java.util.Objects;

/**
 * A credential request with the token that goes with it.
 *
 * @param token the access token, sent as {@code Bearer} (RFC 6750, section 2.1)
 * @param request what is asked for
 */
public record CredentialCall(Secret token, CredentialRequest request) {
  /** Checks that both are given. */
  public CredentialCall {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(request, "request");
  }
}
