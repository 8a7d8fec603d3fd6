package id.simpul.core.operation;

import java.util.Objects;

/**
 * One thing that is wrong with an input.
 *
 * @param code stable word for the rule, for example {@code required} or {@code range}
 * @param where the field's name, a JSON pointer, or a position
 * @param message the rule for a person, without the offending value: it may be personal
 */
public record Violation(String code, String where, String message) {
  /** A value is missing. */
  public static final String REQUIRED = "required";

  /** A value is not of the type asked for. */
  public static final String TYPE = "type";

  /** A number or instant lies outside its range. */
  public static final String RANGE = "range";

  /** A text or list is too long. */
  public static final String LENGTH = "length";

  /** A value is not one of those allowed. */
  public static final String CHOICE = "choice";

  /** Values contradict each other, or one is given twice. */
  public static final String CONFLICT = "conflict";

  /** The thing named does not exist. */
  public static final String NOT_FOUND = "not-found";

  /** The document cannot be read at all. */
  public static final String MALFORMED = "malformed";

  /** Something was sent that this node does not take. */
  public static final String UNSUPPORTED = "unsupported";

  /** The caller did not prove who they are. */
  public static final String UNAUTHORIZED = "unauthorized";

  /** The caller may not do that. */
  public static final String FORBIDDEN = "forbidden";

  /** Too much is waiting; it may be tried again. */
  public static final String BUSY = "busy";

  /** Checks that all members are given. */
  public Violation {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return where + ": " + message;
  }
}
