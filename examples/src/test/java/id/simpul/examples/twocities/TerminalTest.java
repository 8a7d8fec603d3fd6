package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final int WIDTH = 88;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void chapter_each_isNumbered() {
    terminal.chapter("Two nodes start");
    terminal.chapter("Reports are filed");

    assertThat(printed().lines())
        .containsExactly("", "1. Two nodes start", "", "2. Reports are filed");
  }

  @Test
  void step_longText_isFoldedBesideItsLabel() {
    terminal.step("services", "lampu jalan ".repeat(30).strip());

    assertThat(printed().lines()).hasSizeGreaterThan(1).allMatch(l -> l.length() <= WIDTH);
    assertThat(printed()).startsWith("   services").doesNotContain("\u001b", "\r\r");
    assertThat(printed().lines().skip(1))
        .allMatch(l -> l.startsWith(" ".repeat(17) + "l") || l.startsWith(" ".repeat(17) + "j"));
  }

  @Test
  void progress_counting_printsEighthsAndNothingTwice() {
    Progress progress = terminal.progress("filing", 16);
    for (int i = 0; i <= 16; i++) {
      progress.reach(i);
      progress.reach(i);
    }
    progress.end("acknowledged");

    assertThat(printed().strip())
        .isEqualTo("filing        2 .. 4 .. 6 .. 8 .. 10 .. 12 .. 14 .. 16 acknowledged");
  }

  @Test
  void time_scales_areReadable() {
    assertThat(Terminal.time(Duration.ofNanos(3_210_000))).isEqualTo("3.2 ms");
    assertThat(Terminal.time(Duration.ofMillis(812))).isEqualTo("812 ms");
    assertThat(Terminal.time(Duration.ofMillis(14_120))).isEqualTo("14.1 s");
  }
}
