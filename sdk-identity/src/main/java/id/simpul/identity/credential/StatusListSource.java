package id.simpul.identity.credential;

import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import java.net.URI;
import java.util.Objects;

/**
 * Which list is asked for, and who must have signed it: the issuer of the credential, with the keys
 * that issuer is trusted with. Immutable.
 *
 * @param uri the list
 * @param issuer the issuer of the credential that names the list
 * @param keys its keys, and nobody else's
 */
public record StatusListSource(URI uri, EntityId issuer, JwkSet keys) {
  /** Checks the address. */
  public StatusListSource {
    StatusReference.checkAddress(uri);
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(keys, "keys");
  }
}
