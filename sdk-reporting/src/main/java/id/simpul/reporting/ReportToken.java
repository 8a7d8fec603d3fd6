package id.simpul.reporting;

import java.util.Optional;

/**
 * What a node gives instead of a {@link ReportId} when it files reports later ({@code token}).
 * Whoever holds it learns the id, so {@code toString} does not show it.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters, none of them a control character
 */
public record ReportToken(String value) {
  /** The most characters. */
  public static final int MAX_LENGTH = Identifiers.MAX_LENGTH;

  /** Checks the form. */
  public ReportToken {
    Identifiers.check(value, "A report token");
  }

  /**
   * Reads a token.
   *
   * @param text the characters
   * @return the value, or empty when the text has another form
   */
  public static Optional<ReportToken> parse(String text) {
    return Identifiers.wellFormed(text) ? Optional.of(new ReportToken(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "<redacted>";
  }
}
