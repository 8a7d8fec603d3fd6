package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  @Test
  void of_longLog_isItsLastLines() throws Exception {
    Path log = folder.resolve("node.log");
    Files.writeString(
        log, IntStream.range(0, 2000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

    assertThat(LogTail.of(log)).hasSize(6).endsWith("line 1998", "line 1999");
  }

  @Test
  void of_noLog_saysSo() {
    assertThat(LogTail.of(folder.resolve("node.log"))).containsExactly("(there is none)");
  }
}
