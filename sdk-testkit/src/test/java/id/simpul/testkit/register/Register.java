package id.simpul.testkit.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The register as it is written: under each heading a table, its first cells the entries. */
final class Register {
  private static final Path FILE =
      Path.of(System.getProperty("simpul.root", "..")).resolve("docs/register.md");
  private static final Pattern HEADING = Pattern.compile("## (.+)");
  private static final Pattern ENTRY = Pattern.compile("\\| `([^`]+)` \\|.*");

  private final Map<String, List<String>> entriesByHeading = new LinkedHashMap<>();

  private Register() {}

  static Register read() throws IOException {
    return of(Files.readAllLines(FILE));
  }

  static Register of(List<String> lines) {
    Register register = new Register();
    List<String> entries = new ArrayList<>();
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (heading.matches()) {
        entries = new ArrayList<>();
        register.entriesByHeading.put(heading.group(1), entries);
      } else if (entry.matches()) {
        entries.add(entry.group(1));
      }
    }
    return register;
  }

  /** The headings, in order. */
  List<String> headings() {
    return List.copyOf(entriesByHeading.keySet());
  }

  /** The entries under a heading, in order, with repetitions. */
  List<String> entries(String heading) {
    return entriesByHeading.getOrDefault(heading, List.of());
  }
}
