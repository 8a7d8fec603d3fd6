package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A layer of our own is worth it as long as one person can read it in an afternoon. Lines that are
 * blank or comment do not count; imports do.
 */
class JoseSizeTest {
  private static final int MAX_LINES = 1500;
  private static final List<String> PACKAGES = List.of("jose", "internal/jose");

  @Test
  void linesOfCode_stayWithinTheirBudget() throws IOException {
    Path sources =
        Path.of(System.getProperty("simpul.root", ".."))
            .resolve("sdk-identity/src/main/java/id/simpul/identity");
    int total = 0;
    for (String name : PACKAGES) {
      int lines = 0;
      try (Stream<Path> files = Files.list(sources.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          lines += linesOfCode(Files.readAllLines(file));
        }
      }
      assertThat(lines).as(name).isPositive();
      total += lines;
    }
    System.out.printf("JOSE: %d lines of code of at most %d%n", total, MAX_LINES);
    assertThat(total).isLessThanOrEqualTo(MAX_LINES);
  }

  private static int linesOfCode(List<String> lines) {
    int count = 0;
    boolean comment = false;
    for (String line : lines) {
      String text = line.strip();
      comment |= text.startsWith("/*");
      if (!comment && !text.isEmpty() && !text.startsWith("//")) {
        count++;
      }
      comment &= !text.endsWith("*/");
    }
    return count;
  }

  @Test
  void linesOfCode_blankAndCommentLines_doNotCount() {
    List<String> lines =
        List.of("/** One. */", "int a; // two", "", "  // three", "/*", " int b;", " */", "int c;");
    assertThat(linesOfCode(lines)).isEqualTo(2);
  }
}
