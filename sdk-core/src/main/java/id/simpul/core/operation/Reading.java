package id.simpul.core.operation;

import java.util.List;
import java.util.Objects;

/**
 * What came of reading an input: the value, or everything that is wrong with it.
 *
 * @param <T> the value
 */
public sealed interface Reading<T> {

  /**
   * The input could be read.
   *
   * @param value the value
   * @param <T> its type
   */
  record Valid<T>(T value) implements Reading<T> {
    /** Checks that there is a value. */
    public Valid {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * The input is wrong.
   *
   * @param violations everything found, at least one entry
   * @param <T> the type of the value there is none of
   */
  record Invalid<T>(List<Violation> violations) implements Reading<T> {
    /** Copies the violations. */
    public Invalid {
      violations = List.copyOf(violations);
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("An invalid reading says what is wrong");
      }
    }
  }

  /**
   * What is wrong.
   *
   * @return the violations; empty for a valid reading
   */
  default List<Violation> problems() {
    return this instanceof Invalid<T> invalid ? invalid.violations() : List.of();
  }
}
