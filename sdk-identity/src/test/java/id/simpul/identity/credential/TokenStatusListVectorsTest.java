package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lists, tokens, references and requests of the draft, whichever of them the folder holds. */
@Tag("vectors")
class TokenStatusListVectorsTest {
  private static final String ANYTHING = "*";

  private Corpus corpus;
  private List<String[]> deviations;
  private int cases;

  @Test
  void read_everythingTheDraftShows_agreesOrTheTableSaysWhy() throws IOException {
    corpus = Corpus.open("token-status-list");
    deviations = deviations();
    for (Path file : corpus.jsonFiles()) {
      for (JsonObject block : corpus.cases(file)) {
        if (block.get("json_lst").isPresent()) {
          vector("vector " + cases, block);
        } else {
          judge(Corpus.text(block, "section"), Corpus.text(block, "text"));
        }
      }
    }
    for (Path file : corpus.files(".md")) {
      judge(file.toString(), corpus.read(file));
    }
    corpus.report(cases);
  }

  private void vector(String name, JsonObject vector) {
    cases++;
    try {
      StatusVectors.vector(vector);
      corpus.accepted();
    } catch (TrustException | AssertionError e) {
      corpus.failed(name, e.getMessage());
    }
  }

  private void judge(String section, String text) {
    cases++;
    String name = "block " + cases + " of " + section;
    Optional<String> clause = clause(text, false);
    try {
      if (clause.isPresent()) {
        corpus.deviating(name, clause.get());
      } else if (StatusVectors.read(text)) {
        corpus.accepted();
      } else {
        // What no rule has read must not be passed over when there is a list in it.
        assertThat(text).doesNotContain("\"lst\"", "\"status_list\"", StatusListVerifier.TYP);
        corpus.deviating(name, clause(text, true).orElseThrow());
      }
    } catch (TrustException | AssertionError e) {
      corpus.failed(name, e.getMessage());
    }
  }

  private Optional<String> clause(String text, boolean withoutJsonForm) {
    return deviations.stream()
        .filter(line -> line[0].equals(ANYTHING) ? withoutJsonForm : text.contains(line[0]))
        .map(line -> line[1])
        .findFirst();
  }

  private static List<String[]> deviations() throws IOException {
    try (InputStream in =
        TokenStatusListVectorsTest.class.getResourceAsStream("/vectors/token-status-list.csv")) {
      byte[] table = Objects.requireNonNull(in).readAllBytes();
      return new String(table, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 2))
          .toList();
    }
  }
}
