package id.simpul.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every target on every input at hand, without the fuzzer; each input that ever broke one stays.
 */
class FuzzRegressionTest {
  @Test
  void seeds_folders_areThoseOfTheTargets() throws IOException {
    Set<String> folders = new TreeSet<>();
    for (Path folder : Seeds.list(Seeds.folder())) {
      folders.add(String.valueOf(folder.getFileName()));
    }

    assertThat(folders).containsExactlyInAnyOrderElementsOf(FuzzTargets.names());
  }

  @TestFactory
  Stream<DynamicNode> run_committedSeeds_breakNothing() {
    return FuzzTargets.names().stream().map(FuzzRegressionTest::seeds);
  }

  private static DynamicNode seeds(String name) {
    FuzzTarget target = FuzzTargets.named(name);
    try {
      List<Path> seeds = Seeds.of(name);
      assertThat(seeds).as("seeds of " + name).isNotEmpty();
      return dynamicContainer(
          name,
          seeds.stream()
              .map(seed ->
                  dynamicTest(
                      String.valueOf(seed.getFileName()),
                      () -> Attempt.run(target, Files.readAllBytes(seed)))));
    } catch (IOException e) {
      throw new AssertionError("the seeds cannot be read", e);
    }
  }

  @TestFactory
  @Tag("vectors")
  Stream<DynamicNode> run_publicCorpora_breakNothing() {
    return FuzzTargets.names().stream()
        .flatMap(name ->
            FuzzTargets.named(name).corpora().stream()
                .map(corpus -> dynamicTest(name + " on " + corpus, () -> corpus(name, corpus))));
  }

  private static void corpus(String name, Corpus corpus) throws IOException {
    Path folder = Seeds.corpora().resolve(corpus.folder());
    if (System.getProperty("simpul.corpora") == null) {
      Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no corpus at " + folder);
    }
    FuzzTarget target = FuzzTargets.named(name);
    List<byte[]> inputs = corpus.inputs(Seeds.corpora());
    assertThat(inputs).isNotEmpty();
    for (int i = 0; i < inputs.size(); i++) {
      try {
        Attempt.run(target, inputs.get(i));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("input " + i + " of " + corpus + " broke " + name, e);
      }
    }
    System.out.printf("fuzz: %s took %d inputs of %s%n", name, inputs.size(), corpus.folder());
  }
}
