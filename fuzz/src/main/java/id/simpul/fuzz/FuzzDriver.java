package id.simpul.fuzz;

/** Where the fuzzer comes in. The system property {@value #PROPERTY} names the target. */
public final class FuzzDriver {
  /** Names the target. */
  static final String PROPERTY = "simpul.fuzz.target";

  private static final FuzzTarget TARGET = FuzzTargets.named(System.getProperty(PROPERTY, ""));

  private FuzzDriver() {}

  /**
   * Feeds one input; the name is the fuzzer's.
   *
   * @param input what it made up
   */
  public static void fuzzerTestOneInput(byte[] input) {
    Attempt.run(TARGET, input);
  }
}
