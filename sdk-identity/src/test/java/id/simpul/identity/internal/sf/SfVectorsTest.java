package id.simpul.identity.internal.sf;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.testing.Corpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The test suite of the HTTP working group for structured fields. */
@Tag("vectors")
class SfVectorsTest {
  /** Where the suite says {@code can_fail} and we do: by our reason, the clause that lets us. */
  private static final Map<String, String> DEVIATIONS =
      Map.of(
          "base64 that is not in its one canonical form",
          "RFC 9651, 4.2.7 lets a reader insist on padding and on unused bits of zero; a signature"
              + " has one text");

  private final Corpus corpus = Corpus.open("structured-fields");

  @Test
  void read_wholeCorpus_agrees() throws Exception {
    int cases = 0;
    for (Path file : corpus.jsonFiles()) {
      for (JsonObject testCase : corpus.cases(file)) {
        cases++;
        String id = file + " / " + Corpus.text(testCase, "name");
        if (testCase.get("raw").isPresent()) {
          readCase(id, testCase);
        } else {
          writeCase(id, testCase);
        }
      }
    }
    corpus.report(cases);
  }

  private void readCase(String id, JsonObject testCase) {
    String raw = lines(testCase, "raw").orElseThrow();
    boolean mustFail = isSet(testCase, "must_fail");
    String type = Corpus.text(testCase, "header_type");
    try {
      Object value = SfCases.read(type, raw);
      if (mustFail) {
        corpus.failed(id, "invalid, but accepted");
        return;
      }
      Object expected = SfCases.build(type, testCase.get("expected").orElseThrow());
      String canonical = lines(testCase, "canonical").orElse(raw);
      if (value.equals(expected) && SfCases.write(value).equals(canonical)) {
        corpus.accepted();
      } else {
        corpus.failed(id, "read as " + SfCases.write(value));
      }
    } catch (FormatException e) {
      refusal(id, testCase, e.reason());
    }
  }

  private void refusal(String id, JsonObject testCase, String reason) {
    String clause = DEVIATIONS.get(reason);
    if (isSet(testCase, "must_fail")) {
      corpus.refused();
    } else if (isSet(testCase, "can_fail") && clause != null) {
      corpus.deviating(id, clause);
    } else {
      corpus.failed(id, "valid, but refused: " + reason);
    }
  }

  private void writeCase(String id, JsonObject testCase) {
    boolean mustFail = isSet(testCase, "must_fail");
    JsonValue expected = testCase.get("expected").orElseThrow();
    String written;
    try {
      written = SfCases.write(SfCases.build(Corpus.text(testCase, "header_type"), expected));
    } catch (IllegalArgumentException e) {
      if (mustFail) {
        corpus.refused();
      } else {
        corpus.failed(id, "cannot be built: " + e.getMessage());
      }
      return;
    }
    if (mustFail) {
      corpus.failed(id, "invalid, but written");
    } else if (written.equals(lines(testCase, "canonical").orElseThrow())) {
      corpus.accepted();
    } else {
      corpus.failed(id, "written as " + written);
    }
  }

  private static Optional<String> lines(JsonObject testCase, String member) {
    return testCase.get(member).map(value -> ((JsonArray) value).items()).map(SfVectorsTest::join);
  }

  private static String join(List<JsonValue> lines) {
    return String.join(", ", lines.stream().map(l -> ((JsonString) l).value()).toList());
  }

  private static boolean isSet(JsonObject testCase, String member) {
    return testCase.get(member).map(JsonBoolean.TRUE::equals).orElse(false);
  }
}
