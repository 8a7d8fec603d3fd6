package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.support.Corpora;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JSONTestSuite: {@code y_} must be read, {@code n_} must not, {@code i_} is for us to say. */
@Tag("vectors")
class JsonVectorsTest {
  private static final String CORPUS = "json-parsing";

  @Test
  void read_everyVector_endsAsTheCorpusOrOurTableSays() throws IOException {
    Map<String, String> verdicts = verdicts();
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    int refused = 0;
    int deviating = 0;
    List<Path> files = Corpora.files(CORPUS, ".json");
    for (Path file : files) {
      String name = file.getFileName().toString();
      boolean read = read(Files.readAllBytes(file));
      String ours = verdicts.get(name);
      boolean expected = ours == null ? name.startsWith("y_") : ours.equals("accepted");
      if (read != expected || (ours == null && name.startsWith("i_"))) {
        wrong.add(name + " was " + (read ? "accepted" : "refused"));
      } else if ((name.startsWith("y_") && !read) || (name.startsWith("n_") && read)) {
        deviating++;
      } else if (read) {
        accepted++;
      } else {
        refused++;
      }
    }
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        files.size(), accepted, refused, deviating, CORPUS);
    assertThat(wrong).isEmpty();
    assertThat(accepted + refused + deviating).isEqualTo(files.size());
  }

  private static boolean read(byte[] document) {
    try {
      Json.read(document, Limits.DEFAULT);
      return true;
    } catch (FormatException e) {
      return false;
    }
  }

  private static Map<String, String> verdicts() throws IOException {
    Map<String, String> verdicts = new LinkedHashMap<>();
    try (InputStream in = JsonVectorsTest.class.getResourceAsStream("/vectors/json-parsing.csv")) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] columns = line.split(",", 3);
          verdicts.put(columns[0], columns[1]);
        }
      }
    }
    return verdicts;
  }
}
