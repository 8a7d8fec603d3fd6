package id.simpul.benchmarks.measure;

/**
 * What a Java process runs.
 *
 * @param main its main class
 * @param classPath where its classes are
 */
public record Program(String main, String classPath) {
  /**
   * A program on the class path of this process.
   *
   * @param main its main class
   * @return the program
   */
  public static Program here(String main) {
    return new Program(main, System.getProperty("java.class.path"));
  }
}
