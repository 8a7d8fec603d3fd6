package id.simpul.identity.presentation;

import id.simpul.core.value.Secret;
import id.simpul.identity.credential.KeyBindingChallenge;
import java.net.URI;
import java.util.Objects;

/**
 * What a verifier asks a wallet on one occasion (OpenID4VP 1.0, section 5). Not signed: the
 * verifier is whoever owns the address the answer goes to. Immutable; {@code toString} shows
 * neither nonce nor state.
 *
 * @param responseUri where the answer goes
 * @param challenge the verifier's name, which the presentation is for, and the nonce
 * @param state comes back with the answer, so that it finds its occasion; a secret of wallet and
 *     verifier
 * @param query what is to be shown
 */
public record PresentationRequest(
    URI responseUri, KeyBindingChallenge challenge, Secret state, CredentialQuery query) {
  /** What a link to a wallet starts with (section 5.1). */
  public static final String SCHEME = "openid4vp://";

  /** Stands before the address in the name of a verifier without a key (section 5.9.3). */
  public static final String CLIENT_ID_PREFIX = "redirect_uri:";

  /** Checks that verifier and address belong together. */
  public PresentationRequest {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(query, "query");
    if (!challenge.audience().equals(clientId(responseUri))) {
      throw new IllegalArgumentException("The answer goes to the verifier and nobody else");
    }
  }

  /**
   * The name of a verifier whose answers go to an address.
   *
   * @param responseUri the address
   * @return its {@code client_id}
   */
  public static String clientId(URI responseUri) {
    return CLIENT_ID_PREFIX + responseUri;
  }

  /** Whom the answer goes to. */
  @Override
  public String toString() {
    return "request of " + challenge.audience();
  }
}
