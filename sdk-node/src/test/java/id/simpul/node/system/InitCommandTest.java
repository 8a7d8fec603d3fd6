package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code init}, as a process. */
class InitCommandTest {
  @TempDir Path folder;

  private Program.Result init(String... more) throws Exception {
    return Program.run(
        folder,
        Stream.concat(
                Stream.of("init", "--base-url", "https://simpul.jambi.example", "--region=15.71"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void init_flags_writesWhatARunNeedsAndKeysForTheirOwnerAlone() throws Exception {
    Program.Result result = init();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("https://simpul.jambi.example", "node.properties (written)");
    assertThat(folder.resolve("node.properties"))
        .content()
        .contains("base-url=https://simpul.jambi.example", "region=15.71", "#reading=open");
    for (String key : List.of("signing-key.pem", "credential-key.pem", "identity.key")) {
      assertThat(permissions(folder.resolve("data").resolve(key))).isEqualTo("rw-------");
    }
    assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
  }

  @Test
  void init_again_keepsEverythingAndMakesWhatIsMissing() throws Exception {
    init();
    byte[] key = Files.readAllBytes(folder.resolve("data/signing-key.pem"));
    Files.delete(folder.resolve("services.json"));

    Program.Result again = init();

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("(kept)");
    assertThat(folder.resolve("data/signing-key.pem")).hasBinaryContent(key);
    assertThat(folder.resolve("services.json")).exists();
  }

  @Test
  void init_flagThatTheFileContradicts_isRefusedAndTheFileLeftAlone() throws Exception {
    init();
    String before = Files.readString(folder.resolve("node.properties"));

    Program.Result other = Program.run(folder, "init", "--region", "31.71");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("--region", "edit the file");
    assertThat(folder.resolve("node.properties")).content().isEqualTo(before);
  }

  @Test
  void init_answers_takesThem() throws Exception {
    Program.Result result =
        Program.runAnswering(folder, "https://simpul.jambi.example\n15.71\n", "init");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("Public URL", "region");
    assertThat(folder.resolve("node.properties")).content().contains("region=15.71");
  }

  @Test
  void init_nobodyAnswers_namesEverySettingThatIsMissing() throws Exception {
    Program.Result result = Program.run(folder, "init");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("base-url", "region").doesNotContain("\tat ");
    assertThat(folder.resolve("node.properties")).doesNotExist();
  }

  @Test
  void init_unknownFlag_isRefused() throws Exception {
    Program.Result result = init("--regoin", "15.71");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--regoin");
  }

  @Test
  void init_help_saysWhatItDoesAndWritesNothing() throws Exception {
    Program.Result result = Program.run(folder, "init", "--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("simpul-node init", "is kept");
    assertThat(folder.resolve("node.properties")).doesNotExist();
  }
}
