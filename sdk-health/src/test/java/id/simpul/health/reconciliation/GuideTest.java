package id.simpul.health.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the pages say against what the code does. */
class GuideTest {
  private static final Path DOCS = Path.of(System.getProperty("simpul.root", ".."), "docs");

  /** The first cells of the table rows below a heading. */
  private static List<String> rows(String page, String heading) throws IOException {
    return Files.readAllLines(DOCS.resolve(page)).stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  @Test
  void register_reasons_areThoseOfTheCode() throws Exception {
    assertThat(rows("register.md", "Reconciliation reasons"))
        .extracting(line -> line.split("`")[1])
        .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  @Test
  void guide_policies_areThoseOfTheCode() throws Exception {
    assertThat(rows("reconciliation.md", "Whose value stands"))
        .extracting(line -> line.split("`")[1] + " " + line.split("`")[3])
        .containsExactlyElementsOf(
            Arrays.stream(DoseField.values())
                .map(field ->
                    field.code()
                        + " "
                        + field.policy().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
  }

  @Test
  void guide_classes_areThoseOfTheCode() throws Exception {
    assertThat(rows("reconciliation.md", "For whoever works with the list"))
        .extracting(line -> line.split("`")[1])
        .containsExactlyElementsOf(Arrays.stream(MatchClass.values()).map(Enum::name).toList());
  }

  @Test
  void guide_limits_areThoseOfTheCode() throws Exception {
    String guide = Files.readString(DOCS.resolve("reconciliation.md"));

    assertThat(guide)
        .contains("more than " + Keys.MAX_RUN + " doses")
        .contains("At most " + Judge.MAX_COMPARED + " records");
  }
}
