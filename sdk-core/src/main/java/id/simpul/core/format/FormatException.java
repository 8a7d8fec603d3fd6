package id.simpul.core.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A document that cannot be read: not well-formed, past a limit, or not of the expected shape. Says
 * where and why; never quotes content.
 */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The position. */
  private final String where;

  /** The reason, without content of the document. */
  private final String reason;

  /**
   * Creates the exception.
   *
   * @param where {@code line 3, column 14}, a JSON pointer or an element path
   * @param reason why, one phrase without content of the document
   */
  public FormatException(String where, String reason) {
    this(where, reason, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param where {@code line 3, column 14}, a JSON pointer or an element path
   * @param reason why, one phrase without content of the document
   * @param cause the underlying reader's exception, or null
   */
  public FormatException(String where, String reason, @Nullable Throwable cause) {
    super(where + ": " + reason, cause);
    this.where = where;
    this.reason = reason;
  }

  /**
   * The position.
   *
   * @return a line and column, a JSON pointer or an element path
   */
  public String where() {
    return where;
  }

  /**
   * The reason.
   *
   * @return one phrase
   */
  public String reason() {
    return reason;
  }
}
