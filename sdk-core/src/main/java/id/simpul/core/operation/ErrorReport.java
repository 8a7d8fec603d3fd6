package id.simpul.core.operation;

import java.util.List;

/**
 * The body of an answer that is not a success.
 *
 * @param status the HTTP status
 * @param problems the complaints, unmodifiable, possibly empty
 */
public record ErrorReport(int status, List<Problem> problems) {
  /** Copies the problems. */
  public ErrorReport {
    problems = List.copyOf(problems);
  }

  /**
   * A report with one problem whose code is the status.
   *
   * @param status the HTTP status
   * @param description what is wrong
   * @return the report
   */
  public static ErrorReport of(int status, String description) {
    return new ErrorReport(status, List.of(new Problem(Integer.toString(status), description)));
  }
}
