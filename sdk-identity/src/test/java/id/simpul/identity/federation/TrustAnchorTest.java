package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustAnchorTest {
  @TempDir private Path folder;

  private final JwkSet keys =
      JwkSet.of(
          List.of(
              PublicJwk.of(
                  SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom())
                      .publicKey())));

  private String entry(String entity) {
    String jwks = new String(Json.toBytes(keys.toJson()), StandardCharsets.UTF_8);
    return "{\"entity\":\"" + entity + "\",\"jwks\":" + jwks + "}";
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("anchors.json"), content);
  }

  private void refused(String content, String what, String where) throws IOException {
    Path file = file(content);
    var fault = Refusals.refused(Reason.MALFORMED, () -> TrustAnchor.load(file)).fault();
    assertThat(fault.who()).isEqualTo("anchors.json");
    assertThat(fault.what()).contains(what);
    assertThat(fault.where()).isEqualTo(where);
  }

  @Test
  void load_twoAnchors_areThemInTheirOrder() throws IOException {
    String content =
        "{\"anchors\":["
            + entry("https://nasional.example")
            + ","
            + entry("https://cadangan.example")
            + "]}";
    List<TrustAnchor> anchors = TrustAnchor.load(file(content));

    assertThat(anchors)
        .extracting(TrustAnchor::id)
        .containsExactly(
            new EntityId("https://nasional.example"), new EntityId("https://cadangan.example"));
    assertThat(anchors.get(0).keys().toJson()).isEqualTo(keys.toJson());
  }

  @Test
  void load_anythingElse_isRefusedByPlace() throws IOException {
    String one = entry("https://nasional.example");
    refused("[]", "not a JSON object", "line 1, column 1");
    refused("{}", "must be an array", "/anchors");
    refused("{\"anchors\":[]}", "must be an array", "/anchors");
    refused("{\"anchors\":[7]}", "an entity URL and its jwks", "/anchors/0");
    refused("{\"anchors\":[" + one + ",{}]}", "an entity URL and its jwks", "/anchors/1");
    refused("{\"anchors\":[" + entry("ftp://x") + "]}", "no entity", "/anchors/0/entity");
    refused("{\"anchors\":[" + one + "," + one + "]}", "twice", "/anchors/1");
  }

  @Test
  void load_fileAtTheLimitAndOnePast_isTakenAndRefused() throws IOException {
    String content = "{\"anchors\":[" + entry("https://nasional.example") + "]}";
    String full = content + " ".repeat(TrustAnchor.MAX_FILE_BYTES - content.length());

    assertThat(TrustAnchor.load(file(full))).hasSize(1);
    refused(full + " ", "larger than 65536 bytes", "file");
  }

  @Test
  void load_noFile_saysSo() {
    assertThatThrownBy(() -> TrustAnchor.load(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
