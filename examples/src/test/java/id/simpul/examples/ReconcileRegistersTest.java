package id.simpul.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReconcileRegistersTest {
  private static final int MOST_LINES = 70;
  private static final Path EXAMPLE =
      Path.of("src/main/java/id/simpul/examples/ReconcileRegisters.java");
  private static final Path GUIDE =
      Path.of(System.getProperty("simpul.root"), "docs", "reconciliation.md");

  private static String printed(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      ReconcileRegisters.main(args);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void main_english_saysWhatIsWrongAndShowsNoNikAndNoName() {
    String said = printed();

    assertThat(said).contains("LIKELY_NIK_TYPO", "CONFLICT", "MISSING_NATIONAL");
    assertThat(said).contains("the NIKs part at digit 15", "if it is still that version");
    assertThat(said).doesNotContain("99710101").doesNotContain("Kalomi").doesNotContain("Tuvoya");
  }

  @Test
  void main_eitherLanguage_isWhatTheGuideShows() throws Exception {
    assertThat(Files.readString(GUIDE)).contains(printed()).contains(printed("id"));
  }

  @Test
  void example_isShort() throws Exception {
    assertThat(Files.readAllLines(EXAMPLE)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }
}
