package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.support.Corpora;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The test data of RFC 8785: documents with their form, doubles with their text. */
@Tag("vectors")
class JcsVectorsTest {
  private static final String CORPUS = "jcs-rfc8785";

  private final List<String> wrong = new ArrayList<>();
  private int cases;

  @Test
  void toBytes_everyVector_isTheFormOfTheCorpus() throws IOException {
    Path folder = Corpora.folder(CORPUS);
    documents(folder);
    for (Path file : Corpora.files(CORPUS, ".txt")) {
      if (file.getFileName().toString().startsWith("es6-numbers")) {
        Files.readAllLines(file).forEach(this::number);
      }
    }
    System.out.printf(
        "vectors: %d cases = %d accepted + 0 refused + 0 deviating, corpus %s%n",
        cases, cases - wrong.size(), CORPUS);
    assertThat(wrong).isEmpty();
    assertThat(cases).isPositive();
  }

  private void documents(Path folder) throws IOException {
    try (Stream<Path> inputs = Files.list(folder.resolve("input"))) {
      for (Path input : inputs.sorted().toList()) {
        cases++;
        String name = input.getFileName().toString();
        byte[] form = CanonicalJson.toBytes(Json.read(Files.readAllBytes(input), Limits.DEFAULT));
        byte[] expected = Files.readAllBytes(folder.resolve("output").resolve(name));
        Path hex = folder.resolve("outhex").resolve(name.replace(".json", ".txt"));
        String digits = Files.readString(hex).replaceAll("\\s", "");
        boolean both =
            new String(form, StandardCharsets.UTF_8)
                    .equals(new String(expected, StandardCharsets.UTF_8).strip())
                && HexFormat.of().formatHex(form).equals(digits);
        if (!both) {
          wrong.add(name);
        }
      }
    }
  }

  /** A line is the bits of a double in hexadecimal, a comma, and the text. */
  private void number(String line) {
    cases++;
    int comma = line.indexOf(',');
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(line.substring(0, comma), 16));
    String expected = line.substring(comma + 1);
    // The exact decimal of the double, which has up to 767 digits, as a document could write it.
    String exact = value == 0 ? "0" : new BigDecimal(value).toString();
    for (String lexeme : List.of(exact, expected, Double.toString(value))) {
      if (!expected.equals(form(lexeme))) {
        wrong.add(line + " from " + lexeme);
        return;
      }
    }
  }

  private static String form(String lexeme) {
    try {
      return new String(CanonicalJson.toBytes(new JsonNumber(lexeme)), StandardCharsets.US_ASCII);
    } catch (FormatException e) {
      return e.getMessage();
    }
  }
}
