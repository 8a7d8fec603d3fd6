package id.simpul.fuzz;

/** What must hold whatever the input. A violation is an {@link AssertionError}: a finding. */
public final class Invariant {
  /**
   * The number of nobody: a population number of a province that does not exist. Seeds hold it
   * where a real document would hold a person's, and no message may show it.
   */
  public static final String PLANTED_NIK = "9999995501990001";

  private Invariant() {}

  /**
   * Something that must be so.
   *
   * @param holds whether it is
   * @param otherwise what is wrong, without content of the input
   */
  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /**
   * A refusal tells nobody what it refused.
   *
   * @param refusal what a reader threw
   */
  public static void keepsSilent(Throwable refusal) {
    keepsSilent(refusal, PLANTED_NIK);
  }

  /**
   * A refusal does not show a secret, nor does anything that caused it.
   *
   * @param refusal what a reader threw
   * @param secret what was planted in the input
   */
  public static void keepsSilent(Throwable refusal, String secret) {
    for (Throwable at = refusal; at != null; at = at.getCause()) {
      require(!String.valueOf(at.getMessage()).contains(secret), "a message quotes its input");
    }
  }
}
