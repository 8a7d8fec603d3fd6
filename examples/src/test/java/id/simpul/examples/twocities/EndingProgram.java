package id.simpul.examples.twocities;

/** A node that cannot start. */
final class EndingProgram {
  static final int EXIT_CODE = 3;
  static final String LAST_WORDS = "this node cannot start";

  private EndingProgram() {}

  public static void main(String[] args) {
    System.err.println(LAST_WORDS);
    System.exit(EXIT_CODE);
  }
}
