package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages say of certificates against what the code does. */
class CertificatePagesTest {
  private static final Path DOCS = Path.of(System.getProperty("simpul.root", ".."), "docs");

  @Test
  void register_checkCodes_areThoseOfTheCode() throws IOException {
    List<String> codes =
        Files.readAllLines(DOCS.resolve("register.md")).stream()
            .dropWhile(line -> !line.equals("## Certificate check codes"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`")[1])
            .toList();

    assertThat(codes)
        .containsExactlyElementsOf(Arrays.stream(CheckCode.values()).map(Enum::name).toList());
  }
}
