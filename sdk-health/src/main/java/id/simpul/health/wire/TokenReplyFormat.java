package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The document a token comes in. Only an object that holds a token, its type and its lifetime is
 * one: an error sent with status 200 must not become a token. SATUSEHAT names the type {@code
 * BearerToken} and writes {@code expires_in} as a string; a number is read all the same.
 */
final class TokenReplyFormat {
  /** The most characters of a token. */
  static final int MAX_TOKEN_LENGTH = 8192;

  /** The most digits of a lifetime in seconds. */
  static final int MAX_LIFETIME_DIGITS = 9;

  private static final Set<String> TYPES = Set.of("bearertoken", "bearer");

  static final JsonFormat<TokenReply> FORMAT =
      new JsonFormat<>(TokenReplyFormat::read, TokenReplyFormat::write);

  private TokenReplyFormat() {}

  private static JsonValue write(TokenReply reply) {
    return JsonObject.builder()
        .put("token_type", "BearerToken")
        .put("access_token", reply.token().reveal())
        .put("expires_in", Long.toString(reply.lifetime().toSeconds()))
        .build();
  }

  private static TokenReply read(JsonValue json) throws FormatException {
    if (!(json instanceof JsonObject object)) {
      throw new FormatException("", "a token comes in an object");
    }
    String type = text(object, "token_type");
    if (type == null || !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new FormatException("/token_type", "not a bearer token");
    }
    String token = text(object, "access_token");
    if (token == null || !isToken(token)) {
      throw new FormatException("/access_token", "not a token");
    }
    return new TokenReply(Secret.of(token), lifetime(object.members().get("expires_in")));
  }

  private static Duration lifetime(@Nullable JsonValue value) throws FormatException {
    String digits = "";
    if (value instanceof JsonString string) {
      digits = string.value();
    } else if (value instanceof JsonNumber number) {
      digits = number.lexeme();
    }
    boolean whole = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!whole || digits.length() > MAX_LIFETIME_DIGITS || Long.parseLong(digits) == 0) {
      throw new FormatException("/expires_in", "not a positive number of seconds");
    }
    Duration claimed = Duration.ofSeconds(Long.parseLong(digits));
    return claimed.compareTo(TokenReply.MAX_LIFETIME) > 0 ? TokenReply.MAX_LIFETIME : claimed;
  }

  // What can stand in a header field after "Bearer ".
  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_TOKEN_LENGTH
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string ? string.value() : null;
  }
}
