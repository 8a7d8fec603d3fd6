package id.simpul.identity.jose;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.internal.jose.JwkReader;
import org.jspecify.annotations.Nullable;

/** A protected header (RFC 7515, section 4) that has only what its profile allows. */
record JwsHeader(String alg, @Nullable String kid, JsonObject json) {
  static JwsHeader read(byte[] json, JwsProfile profile) {
    String who = profile.toString();
    int longest = Math.max(JoseJson.MAX_STRING_LENGTH, profile.maxStringLength());
    JsonObject header = JoseJson.read(json, longest, who + " header");
    for (String name : header.members().keySet()) {
      if (!profile.allowsHeader(name)) {
        throw new TrustException(
            Reason.NOT_ALLOWED, who, "a member is not allowed by the profile", "header");
      }
    }
    if (profile.typ().isPresent() && !string(header, "typ", who).equals(profile.typ().get())) {
      throw new TrustException(Reason.NOT_ALLOWED, who, "is of another type", "header typ");
    }
    boolean named =
        profile.keySource() == JwsProfile.KeySource.KEY_SET || header.get("kid").isPresent();
    String kid = named ? string(header, "kid", who) : null;
    if (kid != null && (kid.isEmpty() || kid.length() > PublicJwk.MAX_KID_LENGTH)) {
      throw new TrustException(
          Reason.MALFORMED, who, "has 1 to " + JwkReader.MAX_KID_LENGTH + " characters", "kid");
    }
    return new JwsHeader(string(header, "alg", who), kid, header);
  }

  /** The key a token carries; it says who holds it and nothing more. */
  PublicJwk embeddedKey(JwsProfile profile) {
    if (json.members().get("jwk") instanceof JsonObject jwk) {
      return PublicJwk.of(jwk);
    }
    throw new TrustException(
        Reason.MALFORMED, profile.toString(), "is missing or not an object", "header jwk");
  }

  /** The algorithm is the key's; the header can only agree (RFC 8725, section 3.1). */
  void checkAlgorithm(PublicJwk key, JwsProfile profile) {
    if (!profile.algorithms().contains(key.key().algorithm())
        || !JwkReader.isAlgorithm(alg, key.key().algorithm())) {
      throw new TrustException(
          Reason.NOT_ALLOWED, profile.toString(), "is not what key and profile say", "header alg");
    }
  }

  private static String string(JsonObject header, String name, String who) {
    if (header.members().get(name) instanceof JsonString string) {
      return string.value();
    }
    throw new TrustException(Reason.MALFORMED, who, "is missing or not a string", "header " + name);
  }
}
