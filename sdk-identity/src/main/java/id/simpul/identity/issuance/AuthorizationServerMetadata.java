package id.simpul.identity.issuance;

import id.simpul.identity.EntityId;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where and how access tokens are had (RFC 8414, section 2; OpenID4VCI 1.0, section 12.3),
 * published under {@link #PATH}. Immutable.
 *
 * @param issuer its identifier
 * @param tokenEndpoint where codes are redeemed
 * @param grantTypes the flows it speaks
 * @param anonymousAccess whether a wallet may redeem a pre-authorised code without a client id
 */
public record AuthorizationServerMetadata(
    EntityId issuer, URI tokenEndpoint, List<String> grantTypes, boolean anonymousAccess) {
  /** Stands between host and path of the identifier (RFC 8414, section 3). */
  public static final String PATH = "/.well-known/oauth-authorization-server";

  /** Copies the list. */
  public AuthorizationServerMetadata {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
    grantTypes = List.copyOf(grantTypes);
  }
}
