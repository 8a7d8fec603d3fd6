package id.simpul.core.operation;

import java.util.Objects;

/**
 * One way an exchange can end, other than well.
 *
 * @param status the HTTP status
 * @param when when it happens, one sentence
 */
public record Outcome(int status, String when) {
  /** Checks the members. */
  public Outcome {
    Objects.requireNonNull(when, "when");
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("An error status lies between 400 and 599");
    }
  }
}
