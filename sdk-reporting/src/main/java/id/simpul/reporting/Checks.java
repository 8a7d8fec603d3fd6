package id.simpul.reporting;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with values given to a builder. */
final class Checks {
  private final List<Violation> found = new ArrayList<>();

  void reject(String code, String where, String message) {
    found.add(new Violation(code, where, message));
  }

  void text(String where, @Nullable String value, int maxLength) {
    if (value == null) {
      return;
    }
    if (value.length() > maxLength) {
      reject(Violation.LENGTH, where, "at most " + maxLength + " characters are allowed");
    } else if (hasControl(value)) {
      // XML 1.0 has no way to write them, and both formats must carry every report.
      reject(
          Violation.TYPE,
          where,
          "control characters other than tab and line break are not allowed");
    }
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return true;
      }
    }
    return false;
  }

  List<Violation> found() {
    return List.copyOf(found);
  }

  static void throwIfAny(String subject, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new ValidationException(subject, violations);
    }
  }
}
