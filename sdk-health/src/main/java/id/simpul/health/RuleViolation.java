package id.simpul.health;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A business rule of SATUSEHAT that a resource breaks, found before it was sent.
 *
 * @param rule the number the server would name, 0 where none is known
 * @param where the element, {@code Immunization.location}
 * @param message the rule for a person, without the value
 */
public record RuleViolation(int rule, String where, String message) {
  /** Checks that place and message are given. */
  public RuleViolation {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
  }

  /**
   * The number the server would name.
   *
   * @return five digits, or empty where none is known
   */
  public OptionalInt ruleNumber() {
    return rule == 0 ? OptionalInt.empty() : OptionalInt.of(rule);
  }

  @Override
  public String toString() {
    return where + ": " + message + (rule == 0 ? "" : " (rule " + rule + ")");
  }
}
