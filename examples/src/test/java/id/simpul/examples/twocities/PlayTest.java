package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlayTest {
  private static final String WORK_FOLDER = "Work folder: ";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Path workFolder() {
    return printed()
        .lines()
        .filter(l -> l.startsWith(WORK_FOLDER))
        .map(l -> Path.of(l.substring(WORK_FOLDER.length())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void run_twoNodes_keepsEveryPromiseAndLeavesNothingBehind() {
    int code = new Play(terminal, NodeProgram.SIMPUL).run();

    assertThat(code).as(printed()).isZero();
    assertThat(printed().lines().map(String::strip)).contains("0 lost, 0 doubled");
    assertThat(printed()).doesNotContain("FAILED", "\u001b");
    assertThat(workFolder()).doesNotExist();
  }

  @Test
  void run_nodeThatCannotStart_failsAndKeepsItsLog() {
    int code = new Play(terminal, new NodeProgram(EndingProgram.class.getName())).run();

    assertThat(code).isEqualTo(1);
    assertThat(printed()).contains("FAILED: ").doesNotContain("0 lost, 0 doubled");
    assertThat(workFolder()).isDirectory();
    assertThat(workFolder().resolve("jambi").resolve("node.log"))
        .content()
        .contains(EndingProgram.LAST_WORDS);
    new WorkFolder(workFolder()).remove();
  }
}
