package id.simpul.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs at hand: our own seeds, which are committed, and the public corpora, which are not and
 * may be absent. The system property {@code simpul.root} is the folder of the repository, {@code
 * simpul.corpora} the folder of corpora, by default {@code ../shared/corpora} seen from there.
 */
final class Seeds {
  private static final String OWN = "fuzz/src/test/resources/fuzz";

  private Seeds() {}

  /** The folder of all seeds, a folder a target. */
  static Path folder() {
    return Path.of(System.getProperty("simpul.root", ".")).resolve(OWN);
  }

  /** Where the corpora are, or would be. */
  static Path corpora() {
    Path root = Path.of(System.getProperty("simpul.root", "."));
    String named = System.getProperty("simpul.corpora");
    return named == null ? root.resolve("../shared/corpora") : Path.of(named);
  }

  /** The seeds of a target, in order; none when there is no folder. */
  static List<Path> of(String target) throws IOException {
    return list(folder().resolve(target));
  }

  /** What a folder holds, in order; nothing when it is none. */
  static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Everything a target's fuzzing can start from. */
  static List<byte[]> all(String target) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    for (Path seed : of(target)) {
      inputs.add(Files.readAllBytes(seed));
    }
    for (Corpus corpus : FuzzTargets.named(target).corpora()) {
      if (Files.isDirectory(corpora().resolve(corpus.folder()))) {
        inputs.addAll(corpus.inputs(corpora()));
      }
    }
    return inputs;
  }
}
