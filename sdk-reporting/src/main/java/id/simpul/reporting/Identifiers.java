package id.simpul.reporting;

import java.util.Objects;

/** The form that all identifiers of GeoReport share. */
final class Identifiers {
  /** Characters an identifier may have. */
  static final int MAX_LENGTH = 200;

  private Identifiers() {}

  static boolean wellFormed(String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static void check(String value, String what) {
    if (!wellFormed(Objects.requireNonNull(value, "value"))) {
      throw new IllegalArgumentException(
          what + " has 1 to " + MAX_LENGTH + " characters, no control character, and is not blank");
    }
  }
}
