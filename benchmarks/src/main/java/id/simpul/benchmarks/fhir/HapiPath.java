package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Program;
import id.simpul.core.SimpulException;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * HAPI's class path: its own libraries, its own contender, and of ours the classes that measure.
 * None of the libraries on the class path of this process is on it, so that its older ones of the
 * same names meet nobody.
 */
final class HapiPath {
  private static final Path HOME = Path.of("benchmarks", "hapi", "target");
  private static final String PACKAGE = "id.simpul.benchmarks.hapi.";

  private HapiPath() {}

  /** The program that is measured beside ours. */
  static Program worker() {
    return program("HapiWorker");
  }

  /** The program that starts cold. */
  static Program cold() {
    return program("HapiColdStart");
  }

  private static Program program(String main) {
    if (!Files.isDirectory(HOME.resolve("lib"))) {
      throw BenchmarkException.setUp(
          "HAPI", "is not in " + HOME + "; benchmarks/run fetches and compiles it", null);
    }
    String classPath =
        String.join(
            File.pathSeparator,
            HOME.resolve("classes").toString(),
            HOME.resolve("lib") + File.separator + "*",
            placeOf(BenchmarkException.class),
            placeOf(SimpulException.class));
    return new Program(PACKAGE + main, classPath);
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw BenchmarkException.setUp(type.getName(), "lies at no place", e);
    }
  }
}
