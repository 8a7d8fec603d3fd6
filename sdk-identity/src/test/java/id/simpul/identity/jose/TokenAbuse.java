package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.SimpulException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.identity.SigningKey;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwsProfile.KeySource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Shows the abuse of algorithms, keys and headers to a verifier of any class of tokens. */
public final class TokenAbuse {
  private static final int MIN_CASES = 60;

  private TokenAbuse() {}

  /**
   * Fails unless the verifier refuses, by an exception of ours, every token that abuses one it
   * takes; and takes that one in the end, so that no refusal had used anything up.
   *
   * @param key what the good token is signed with
   * @param good a token the verifier takes
   * @param verifier takes a token, or throws
   * @param allowed names of cases that are no abuse of this class
   */
  public static void assertRefused(
      SigningKey key, String good, Consumer<String> verifier, String... allowed) {
    String[] parts = good.split("\\.");
    JsonObject header = object(parts[0]);
    String typ = ((JsonString) header.get("typ").orElseThrow()).value();
    List<HostileTokens.Case> cases = HostileTokens.of(key, source(header), typ, text(parts[1]));
    assertThat(cases.stream().map(HostileTokens.Case::name).distinct())
        .hasSizeGreaterThanOrEqualTo(MIN_CASES);
    assertThat(cases).extracting(HostileTokens.Case::name).containsAll(List.of(allowed));
    for (HostileTokens.Case hostile : cases) {
      if (!List.of(allowed).contains(hostile.name())) {
        assertThat(catchThrowable(() -> verifier.accept(hostile.token())))
            .as(typ + " " + hostile.name())
            .isInstanceOf(SimpulException.class);
      }
    }
    verifier.accept(good);
  }

  private static KeySource source(JsonObject header) {
    if (header.get("kid").isPresent()) {
      return KeySource.KEY_SET;
    }
    return header.get("jwk").isPresent() ? KeySource.EMBEDDED : KeySource.CONTEXT;
  }

  private static String text(String part) {
    return new String(Base64Url.decode(part).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static JsonObject object(String part) {
    try {
      return (JsonObject) Json.read(Base64Url.decode(part).orElseThrow(), Limits.DEFAULT);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }
}
