package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.reporting.support.Corpora;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The public examples of GeoReport v2 and answers of real servers: each is read and written back as
 * it was but for the listed differences, or refused where the list says.
 */
@Tag("vectors")
class Open311VectorsTest {
  private static final String CORPUS = "open311";
  private static final Pattern COUNT = Pattern.compile("Count here: ([0-9]+) messages");

  /** A line of a committed table: file, then where, then why. */
  private record Row(String file, String where, String why) {
    boolean covers(String otherFile, String path) {
      String pattern = where.replace("[", "\\[").replace("]", "\\]").replace("*", "[^/]*");
      return file.equals(otherFile) && path.matches(pattern);
    }
  }

  private static List<Row> table(String resource) throws IOException {
    try (InputStream in = Open311VectorsTest.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Row> rows = new ArrayList<>();
      for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        String[] cells = line.split(" \\| ", 3);
        rows.add(new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()));
      }
      return rows;
    }
  }

  @Test
  void readAndWrite_eachExample_givesItBackOrRefusesIt() throws IOException {
    Path folder = Corpora.folder(CORPUS);
    List<Row> refusals = table("/open311/refused.txt");
    List<Row> differences = table("/open311/differences.txt");
    Set<Row> used = new LinkedHashSet<>();
    int accepted = 0;
    int refused = 0;
    for (Path path : messages(folder)) {
      String file = folder.relativize(path).toString().replace('\\', '/');
      CorpusDocument document = CorpusDocument.of(Files.readAllBytes(path));
      Row refusal = refusals.stream().filter(r -> r.file().equals(file)).findFirst().orElse(null);
      if (refusal != null) {
        FormatException e = document.refusal();
        assertThat(e.where()).as("%s is refused: %s", file, e.reason()).isEqualTo(refusal.where());
        refused++;
      } else {
        checkSame(file, document, differences, used);
        accepted++;
      }
    }
    assertThat(used)
        .as("differences that still occur")
        .containsAll(
            differences.stream().filter(d -> Files.exists(folder.resolve(d.file()))).toList());
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        accepted + refused, accepted, refused, 0, CORPUS);
  }

  /** Everything but the schemas and the note on sources; as many as that note counts. */
  private static List<Path> messages(Path folder) throws IOException {
    List<Path> messages =
        Corpora.filesBelow(folder).stream()
            .filter(f -> !f.startsWith(folder.resolve("schema")))
            .filter(f -> !f.equals(folder.resolve("SOURCE.txt")))
            .toList();
    Matcher count = COUNT.matcher(Files.readString(folder.resolve("SOURCE.txt")));
    if (count.find()) {
      assertThat(messages).hasSize(Integer.parseInt(count.group(1)));
    }
    assertThat(messages).as("messages of the corpus").isNotEmpty();
    return messages;
  }

  private static void checkSame(
      String file, CorpusDocument document, List<Row> differences, Set<Row> used)
      throws IOException {
    Map<String, String> before = document.asItCame();
    Map<String, String> after = document.readAndWritten();
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    Map<String, String> unexpected = new TreeMap<>();
    for (String path : paths) {
      if (!Objects.equals(before.get(path), after.get(path))) {
        List<Row> covering = differences.stream().filter(d -> d.covers(file, path)).toList();
        used.addAll(covering);
        if (covering.isEmpty()) {
          unexpected.put(path, before.get(path) + " became " + after.get(path));
        }
      }
    }
    assertThat(unexpected).as("differences of %s nobody listed", file).isEmpty();
  }
}
