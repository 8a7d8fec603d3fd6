package id.simpul.reporting;

import java.util.Optional;

/**
 * The id of a {@link Report}, unique at one node ({@code service_request_id}). Opaque.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters, none of them a control character
 */
public record ReportId(String value) {
  /** The most characters. */
  public static final int MAX_LENGTH = Identifiers.MAX_LENGTH;

  /** Checks the form. */
  public ReportId {
    Identifiers.check(value, "A report id");
  }

  /**
   * Reads an id.
   *
   * @param text the characters
   * @return the value, or empty when the text has another form
   */
  public static Optional<ReportId> parse(String text) {
    return Identifiers.wellFormed(text) ? Optional.of(new ReportId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
