package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.measure.Program;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a program that reads health records with Simpul has on its class path, and no more: the
 * virtual machine keeps an index of every archive on it.
 */
final class OurPath {
  private static final List<String> LIBRARIES =
      List.of(
          "simpul-health",
          "simpul-core",
          "jackson-",
          "okhttp-",
          "okio-",
          "kotlin-stdlib",
          "json-schema-validator",
          "slf4j-api",
          "simpul-identity",
          "bcprov-");

  private OurPath() {}

  /** The program that starts cold. */
  static Program cold() {
    String[] all = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    String needed =
        Arrays.stream(all)
            .filter(entry -> rank(entry) < LIBRARIES.size())
            .sorted(Comparator.comparingInt(OurPath::rank))
            .collect(Collectors.joining(File.pathSeparator));
    return new Program(OurColdStart.class.getName(), needed);
  }

  /** Where Maven puts a library; classes that were just compiled come first. */
  private static int rank(String entry) {
    Path path = Path.of(entry);
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path)) {
      return -1;
    }
    int rank = 0;
    while (rank < LIBRARIES.size() && !name.startsWith(LIBRARIES.get(rank))) {
      rank++;
    }
    return rank;
  }
}
