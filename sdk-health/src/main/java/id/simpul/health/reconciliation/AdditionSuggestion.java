package id.simpul.health.reconciliation;

/**
 * To record a dose in the register that lacks it. Only suggested when nothing speaks against the
 * person and the dose. {@code toString} shows the register alone.
 *
 * @param source the statement of the register that has it
 */
public record AdditionSuggestion(DoseStatement source) implements Suggestion {

  @Override
  public Register register() {
    return source.register().other();
  }

  @Override
  public String toString() {
    return "AdditionSuggestion[" + register() + "]";
  }
}
