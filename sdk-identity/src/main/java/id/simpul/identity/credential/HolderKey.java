package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.jose.PublicJwk;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claim {@code cnf} (RFC 7800, section 3.2). Of its ways to name a key only {@code jwk} is
 * spoken: a key by address or by name is one that somebody else could change.
 */
final class HolderKey {
  private static final String CNF = "cnf";

  private HolderKey() {}

  static JsonObject toClaim(PublicJwk key) {
    return JsonObject.builder().put("jwk", key.toJson()).build();
  }

  /**
   * The key of the holder.
   *
   * @param claims of a credential whose signature holds
   * @return the key, or empty when the credential is bound to none
   * @throws TrustException when there is a {@code cnf} and no usable key in it
   */
  static Optional<PublicJwk> of(JsonObject claims) {
    @Nullable JsonValue cnf = claims.members().get(CNF);
    if (cnf == null) {
      return Optional.empty();
    }
    if (cnf instanceof JsonObject confirmation
        && confirmation.members().get("jwk") instanceof JsonObject jwk) {
      return Optional.of(PublicJwk.of(jwk));
    }
    throw SdJwt.notAllowed("names the key of its holder in another way than as a jwk", CNF);
  }
}
