package id.simpul.node.internal.http;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import java.util.List;

/**
 * A request that is not carried out, with the status and the reasons its sender learns. Thrown by
 * handlers, answered by the router.
 */
public final class Refusal extends SimpulException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean worded;
  private final transient List<Violation> violations;
  private final transient Headers headers;

  private Refusal(int status, boolean worded, List<Violation> violations, Headers headers) {
    super(
        new Fault(
            "node.refused." + status,
            "request",
            "was refused with " + violations.size() + " reason(s)",
            violations.isEmpty() ? "request" : violations.get(0).where(),
            "Nothing was stored; the answer tells the sender why"),
        null);
    this.status = status;
    this.worded = worded;
    this.violations = List.copyOf(violations);
    this.headers = headers;
  }

  /**
   * A refusal for reasons that decide the status themselves: 404 when something named does not
   * exist, 400 otherwise (GeoReport v2, Errors).
   *
   * @param violations the reasons, at least one
   * @return the refusal
   */
  public static Refusal of(List<Violation> violations) {
    boolean missing = violations.stream().anyMatch(v -> v.code().equals(Violation.NOT_FOUND));
    return new Refusal(missing ? 404 : 400, false, violations, Headers.EMPTY);
  }

  /**
   * A refusal for several reasons.
   *
   * @param status the HTTP status
   * @param violations the reasons, at least one
   * @return the refusal
   */
  public static Refusal of(int status, List<Violation> violations) {
    return new Refusal(status, false, violations, Headers.EMPTY);
  }

  /**
   * A refusal with one reason.
   *
   * @param status the HTTP status
   * @param code the rule
   * @param where what it concerns
   * @param message the rule for a person
   * @return the refusal
   */
  public static Refusal of(int status, String code, String where, String message) {
    return new Refusal(status, false, List.of(new Violation(code, where, message)), Headers.EMPTY);
  }

  /**
   * A refusal for which the operation's standard has a word of its own.
   *
   * @param status the HTTP status
   * @param word the word, such as {@code invalid_grant}
   * @param where what it concerns
   * @param message the rule for a person
   * @return the refusal
   */
  public static Refusal worded(int status, String word, String where, String message) {
    return new Refusal(status, true, List.of(new Violation(word, where, message)), Headers.EMPTY);
  }

  /**
   * A refusal with several reasons, each with a word of its own.
   *
   * @param status the HTTP status
   * @param violations the reasons, at least one; their codes are the words
   * @return the refusal
   */
  public static Refusal worded(int status, List<Violation> violations) {
    return new Refusal(status, true, violations, Headers.EMPTY);
  }

  /**
   * This refusal with a header field.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public Refusal with(String name, String value) {
    return new Refusal(status, worded, violations, headers.with(name, value));
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Whether the codes of the reasons are the standard's own words. */
  boolean isWorded() {
    return worded;
  }

  /** The reasons. */
  List<Violation> violations() {
    return violations;
  }

  /** Header fields that go with the answer. */
  Headers headers() {
    return headers;
  }
}
