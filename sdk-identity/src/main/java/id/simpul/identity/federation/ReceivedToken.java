package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.jose.PublicJwk;
import org.jspecify.annotations.Nullable;

/** The header and claims of a statement whose signature nobody has looked at. Immutable. */
record ReceivedToken(String text, String keyId, JsonObject claims) {
  static ReceivedToken parse(String text, String who) {
    if (text.length() > EntityStatement.MAX_LENGTH) {
      String limit = EntityStatement.MAX_LENGTH + " characters";
      throw new TrustException(Reason.BUDGET_EXCEEDED, who, "is longer than " + limit, "token");
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      throw new TrustException(Reason.MALFORMED, who, "is not three parts with two dots", "token");
    }
    JsonObject header = json(text.substring(0, first), who + ", header");
    JsonObject claims = json(text.substring(first + 1, second), who);
    return new ReceivedToken(text, keyId(header, who), claims);
  }

  private static JsonObject json(String part, String who) {
    byte[] bytes =
        Base64Url.decode(part)
            .orElseThrow(() ->
                new TrustException(
                    Reason.MALFORMED, who, "is not base64url without padding", "token"));
    return JoseJson.read(bytes, who);
  }

  // The rest of the header is looked at together with the signature, where it matters.
  private static String keyId(JsonObject header, String who) {
    if (!EntityStatement.TYPE.equals(string(header.members().get("typ")))) {
      throw new TrustException(Reason.NOT_ALLOWED, who, "is of another type", "header typ");
    }
    String kid = string(header.members().get("kid"));
    if (kid == null || kid.isEmpty() || kid.length() > PublicJwk.MAX_KID_LENGTH) {
      String what = "is not a string of 1 to " + PublicJwk.MAX_KID_LENGTH + " characters";
      throw new TrustException(Reason.MALFORMED, who, what, "header kid");
    }
    return kid;
  }

  private static @Nullable String string(@Nullable JsonValue value) {
    return value instanceof JsonString string ? string.value() : null;
  }
}
