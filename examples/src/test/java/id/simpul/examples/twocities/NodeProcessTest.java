package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProcessTest {
  private static final City JAMBI = city("Jambi", "15.71");
  private static final Office ANCHOR =
      Office.at("Jangkar", "31", Nodes.freeBaseUrls(1).get(0), new SecureRandom());

  @TempDir Path work;

  private static City city(String name, String region) {
    return new City(
        name,
        new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", region),
        Nodes.freeBaseUrls(1).get(0),
        SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()),
        Secret.of("officer-key-of-" + name),
        Secret.of("health-key-of-" + name));
  }

  private NodeProcess start(Class<?> program, NodeFolder folder) {
    return NodeProcess.start(new NodeProgram(program.getName()), JAMBI.name(), folder);
  }

  @Test
  void awaitReady_programThatEnds_namesExitCodeAndLog() throws Exception {
    NodeFolder folder = NodeFolder.create(work, JAMBI, ANCHOR.entity(), ANCHOR);
    NodeProcess process = start(EndingProgram.class, folder);

    assertThatThrownBy(() -> process.awaitReady(() -> false))
        .isInstanceOf(StoryException.class)
        .hasMessageContaining("exit code " + EndingProgram.EXIT_CODE)
        .hasMessageContaining(folder.log().toString());
    assertThat(Files.readString(folder.log())).contains(EndingProgram.LAST_WORDS);
  }

  @Test
  void kill_programThatNeverEnds_endsIt() {
    NodeProcess process =
        start(EndlessProgram.class, NodeFolder.create(work, JAMBI, ANCHOR.entity(), ANCHOR));

    assertThat(process.awaitEnd(Duration.ofMillis(1))).isFalse();
    process.kill();

    assertThat(process.awaitEnd(NodeProcess.STOP_LIMIT)).isTrue();
  }

  @Test
  void stop_runningProgram_endsIt() {
    NodeProcess process =
        start(EndlessProgram.class, NodeFolder.create(work, JAMBI, ANCHOR.entity(), ANCHOR));

    process.stop();

    assertThat(process.awaitEnd(Duration.ZERO)).isTrue();
  }

  @Test
  void create_folderOfACity_holdsNoSecretOfTheAnchor() throws Exception {
    NodeFolder folder = NodeFolder.create(work, JAMBI, ANCHOR.entity(), ANCHOR);

    String anchors = Files.readString(folder.path().resolve("anchors.json"));
    assertThat(anchors)
        .contains(ANCHOR.entity().value(), ANCHOR.federationKey().keyId())
        .doesNotContain("\"d\"");
    assertThat(Files.readString(folder.path().resolve("api-keys.json")))
        .doesNotContain(JAMBI.officerKey().reveal());
    assertThat(Files.readString(folder.config()))
        .contains("base-url=" + JAMBI.baseUrl(), "allow-insecure-loopback-for-development=true");
  }
}
