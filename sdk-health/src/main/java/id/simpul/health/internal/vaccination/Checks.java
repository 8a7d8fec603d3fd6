package id.simpul.health.internal.vaccination;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with a value that is typed by people, so that they learn all of it at once.
 * Messages never quote the value. Not thread-safe.
 */
public final class Checks {
  private static final String NEEDED = "a value is required";

  private final String subject;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Begins.
   *
   * @param subject what is checked, for the exception
   */
  public Checks(String subject) {
    this.subject = subject;
  }

  /**
   * Notes a violation.
   *
   * @param code the rule
   * @param where a JSON pointer
   * @param message the rule for a person
   */
  public void reject(String code, String where, String message) {
    violations.add(new Violation(code, where, message));
  }

  /**
   * Checks that a value is given.
   *
   * @param where a JSON pointer
   * @param value the value, or null
   * @return true when it is
   */
  public boolean given(String where, @Nullable Object value) {
    boolean given = value != null && !(value instanceof String text && text.isBlank());
    if (!given) {
      reject(Violation.REQUIRED, where, NEEDED);
    }
    return given;
  }

  /**
   * Checks a text that must be there.
   *
   * @param where a JSON pointer
   * @param value the text, or null
   * @param maxLength characters allowed
   */
  public void text(String where, @Nullable String value, int maxLength) {
    if (given(where, value)) {
      length(where, value, maxLength);
    }
  }

  /**
   * Checks the length of a text that may be absent, and that it holds no control characters.
   *
   * @param where a JSON pointer
   * @param value the text, or null
   * @param maxLength characters allowed
   */
  public void length(String where, @Nullable String value, int maxLength) {
    if (value != null && value.length() > maxLength) {
      reject(Violation.LENGTH, where, "at most " + maxLength + " characters are allowed");
    } else if (value != null && value.chars().anyMatch(Character::isISOControl)) {
      reject(Violation.TYPE, where, "control characters are not allowed");
    }
  }

  /**
   * Checks the form of a text that must be there.
   *
   * @param where a JSON pointer
   * @param value the text, or null
   * @param form what it must match
   * @param rule the form for a person
   */
  public void form(String where, @Nullable String value, Pattern form, String rule) {
    if (given(where, value) && value != null && !form.matcher(value).matches()) {
      reject(Violation.TYPE, where, rule);
    }
  }

  /**
   * Checks a number.
   *
   * @param where a JSON pointer
   * @param value the number, or null when it is missing
   * @param min the least allowed
   * @param max the most allowed
   */
  public void range(String where, @Nullable Integer value, int min, int max) {
    if (given(where, value) && value != null && (value < min || value > max)) {
      reject(Violation.RANGE, where, "must lie between " + min + " and " + max);
    }
  }

  /**
   * Everything noted so far.
   *
   * @return a copy
   */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Makes the value, if nothing is wrong with it.
   *
   * @param value makes it
   * @param <T> its type
   * @return the value
   * @throws ValidationException with every violation
   */
  public <T> T then(Supplier<T> value) {
    if (!violations.isEmpty()) {
      throw new ValidationException(subject, violations);
    }
    return value.get();
  }
}
