package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.value.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted private keys, in good and broken documents: nothing says them aloud. */
class SecretsTest {
  private static final String D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
  private static final String ED25519 =
      """
      {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"%s"}
      """
          .formatted(D);
  private static final String EC_D = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
  private static final String P256 =
      """
      {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"%s"}
      """
          .formatted(EC_D);

  @TempDir private Path folder;

  static List<String> brokenKeys() {
    List<String> broken = new ArrayList<>();
    for (String key : List.of(ED25519, P256)) {
      broken.add(key.replace("\"d\":\"", "\"d\":\"AAAA"));
      broken.add(key.replace("\"d\"", "\"D\""));
      broken.add(key.replace("}", ""));
      broken.add(key.replace("}", "}x"));
      broken.add(key.replace("\"}", "}"));
      broken.add(key.replace("\"kty\":\"", "\"kty\":\"X"));
      broken.add(key.replace("{", "{\"use\":\"enc\","));
      broken.add(key.replace("{", "{\"key_ops\":[\"verify\"],"));
      broken.add(key.replace("{", "{\"alg\":\"HS256\","));
      broken.add(key.replace("{", "{\"d\":\"" + D + "\","));
      broken.add(key.replace("\"d\":\"n", "\"d\":\"o").replace("\"d\":\"j", "\"d\":\"k"));
      broken.add("{\"k\":" + key);
      broken.add("x" + key);
      broken.add("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    }
    return broken;
  }

  private static List<String> forms(String d) {
    byte[] bytes = Base64.getUrlDecoder().decode(d);
    return List.of(
        d.substring(4, 30),
        HexFormat.of().formatHex(bytes).substring(8, 40),
        Base64.getEncoder().encodeToString(bytes).substring(4, 30),
        java.util.Arrays.toString(bytes).substring(1, 30));
  }

  private static void assertNoSecret(String text) {
    assertThat(forms(D)).noneMatch(text::contains);
    assertThat(forms(EC_D)).noneMatch(text::contains);
  }

  @Test
  void toString_goodKeys_showTheKeyIdAlone() {
    for (String json : List.of(ED25519, P256)) {
      SigningKey key = SigningKeys.parse(Secret.of(json));
      assertThat(key.toString()).contains(key.keyId());
      assertNoSecret(key.toString());
      assertThat(key.publicKey().toString()).contains(key.keyId());
      assertNoSecret(key.publicKey().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("brokenKeys")
  void parse_brokenKey_isRefusedAndNotShown(String json) throws Exception {
    Path file = folder.resolve("key");
    SigningKeysTest.writeOwnerOnly(file, json);
    Throwable parsed = catchThrowable(() -> SigningKeys.parse(Secret.of(json)));
    Throwable loaded = catchThrowable(() -> SigningKeys.load(file));
    for (Throwable thrown : List.of(parsed, loaded)) {
      assertThat(thrown).isExactlyInstanceOf(TrustException.class);
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      assertNoSecret(trace.toString());
    }
    assertThat(loaded).hasMessageContaining(file.toString());
    assertThat(Files.exists(file)).isTrue();
  }
}
