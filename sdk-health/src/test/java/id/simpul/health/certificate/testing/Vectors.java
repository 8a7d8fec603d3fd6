package id.simpul.health.certificate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One public corpus and the tally of verdicts on its cases. The system property {@code
 * simpul.corpora} names the folder of all corpora; without it the folder beside the repository is
 * tried, and a test without its corpus is skipped.
 */
public final class Vectors {
  private static final String PROPERTY = "simpul.corpora";

  private final String corpus;
  private final Map<String, Deviation> deviations;
  private final List<String> unused;
  private final List<String> wrong = new ArrayList<>();
  private int cases;
  private int accepted;
  private int refused;
  private int deviating;

  /** Why a case may differ, and how alone, when the table says how. */
  private record Deviation(@Nullable String difference) {
    boolean covers(String found) {
      return difference == null || difference.equals(found);
    }
  }

  private Vectors(String corpus, Map<String, Deviation> deviations) {
    this.corpus = corpus;
    this.deviations = deviations;
    this.unused = new ArrayList<>(deviations.keySet());
  }

  /**
   * Starts a tally; deviations are a resource with a case, the clause it breaks and the difference
   * in a line. A table whose head names no difference lets a case differ in any way.
   */
  public static Vectors of(String corpus, String deviations) {
    return new Vectors(corpus, deviations(deviations));
  }

  private static Map<String, Deviation> deviations(String resource) {
    Map<String, Deviation> deviations = new LinkedHashMap<>();
    try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      boolean pinned = table.lines().findFirst().orElse("").endsWith("\tdifference");
      table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> {
            assertThat(cells).as(resource).hasSize(pinned ? 3 : 2);
            deviations.put(cells[0], new Deviation(pinned ? cells[2] : null));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deviations;
  }

  /** The folder of a corpus. Skips the test when it is absent, fails it when it was named. */
  public static Path folder(String corpus) {
    String named = System.getProperty(PROPERTY);
    Path root = Path.of(System.getProperty("simpul.root", ".."));
    Path folder = root.resolve(named == null ? "../shared/corpora" : named).resolve(corpus);
    if (named != null) {
      assertThat(folder).as("the corpus named by " + PROPERTY).isDirectory();
    }
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped: no corpus " + corpus + " at " + folder);
    return folder;
  }

  /** All files below a folder whose name ends so, in order; at least one. */
  public static List<Path> files(Path folder, String extension) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().endsWith(extension))
              .sorted()
              .toList();
      assertThat(found).as("files of the corpus").isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as JSON. */
  public static JsonValue json(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Json.read(in, Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Counts one case.
   *
   * @param name its name, as the table of deviations has it
   * @param valid what the corpus says
   * @param difference what differs from what the corpus says, or empty
   */
  public void judge(String name, boolean valid, String difference) {
    cases++;
    if (difference.isEmpty()) {
      accepted += valid ? 1 : 0;
      refused += valid ? 0 : 1;
    } else if (deviations.containsKey(name) && deviations.get(name).covers(difference)) {
      deviating++;
      unused.remove(name);
    } else {
      wrong.add(name + "\t" + difference);
    }
  }

  /** Prints the tally and fails when something differs without a clause, or a clause is idle. */
  public void finish() {
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        cases, accepted, refused, deviating, corpus);
    assertThat(wrong).as("verdicts that differ from the corpus without a clause").isEmpty();
    assertThat(unused).as("deviations that are none").isEmpty();
    assertThat(cases).isPositive().isEqualTo(accepted + refused + deviating);
  }
}
