package id.simpul.fuzz.identity;

import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The key everybody knows (RFC 8037, appendix A.1), which seeds can name and targets sign with. */
final class WellKnownKey {
  private static final SigningKey KEY =
      SigningKeys.parse(
          Secret.of(
              """
              {"kty":"OKP","crv":"Ed25519",
               "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
               "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\
              """));

  private WellKnownKey() {}

  static JwkSet set() {
    return JwkSet.of(List.of(PublicJwk.of(KEY.publicKey())));
  }

  /** A token of a type with these claims. */
  static String sign(String typ, byte[] claims) {
    String header =
        "{\"alg\":\"Ed25519\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(typ, KEY.keyId());
    String input =
        Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(claims);
    byte[] signature = KEY.sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64Url.encode(signature);
  }
}
