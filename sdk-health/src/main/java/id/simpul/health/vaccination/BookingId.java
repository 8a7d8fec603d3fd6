package id.simpul.health.vaccination;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The node's name for a booking, from the moment its place is held. Opaque, and not to be guessed.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record BookingId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  public BookingId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the id of a booking");
    }
  }

  /**
   * An id from text.
   *
   * @param text any text
   * @return the id, or empty when no booking can have it
   */
  public static Optional<BookingId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new BookingId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
