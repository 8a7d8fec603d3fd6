package id.simpul.reporting;

import java.util.Optional;

/**
 * The code of a {@link Service}, unique at one node ({@code service_code}). A text, even where it
 * looks like a number: {@code 006} and {@code 6} are two codes.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters, none of them a control character
 */
public record ServiceCode(String value) {
  /** The most characters. */
  public static final int MAX_LENGTH = Identifiers.MAX_LENGTH;

  /** Checks the form. */
  public ServiceCode {
    Identifiers.check(value, "A service code");
  }

  /**
   * Reads a code.
   *
   * @param text the characters
   * @return the value, or empty when the text has another form
   */
  public static Optional<ServiceCode> parse(String text) {
    return Identifiers.wellFormed(text) ? Optional.of(new ServiceCode(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
