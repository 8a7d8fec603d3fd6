package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a value. Not thread-safe. */
final class Checks {
  static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
  static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private static final char DELETE = 0x7F;

  private final List<Violation> found = new ArrayList<>();

  void reject(String code, String where, String message) {
    found.add(new Violation(code, where, message));
  }

  void given(String where, @Nullable Object value) {
    if (value == null) {
      reject(Violation.REQUIRED, where, "is missing");
    }
  }

  void required(String where, @Nullable String value, int longest) {
    given(where, value);
    optional(where, value, longest);
  }

  void optional(String where, @Nullable String value, int longest) {
    if (value == null) {
      return;
    }
    if (value.isBlank() || value.length() > longest) {
      reject(Violation.LENGTH, where, "has 1 to " + longest + " characters");
    } else if (!isClean(value)) {
      // Two texts with different lone surrogates would be one text in UTF-8.
      reject(Violation.TYPE, where, "has no control characters and no halves of characters");
    }
  }

  /** What may stand between the quotation marks of an entity tag (RFC 9110, 8.8.3), of ASCII. */
  void entityTag(String where, @Nullable String value) {
    if (value != null && !value.chars().allMatch(c -> c > ' ' && c < DELETE && c != '"')) {
      reject(Violation.TYPE, where, "is visible ASCII without quotation marks");
    }
  }

  void date(String where, @Nullable LocalDate value) {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      reject(Violation.RANGE, where, "is from " + EARLIEST + " to " + LATEST);
    }
  }

  private static boolean isClean(String value) {
    int c;
    for (int at = 0; at < value.length(); at += Character.charCount(c)) {
      c = value.codePointAt(at);
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      if (half || Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  void throwIfAny(String subject) {
    if (!found.isEmpty()) {
      throw new ValidationException(subject, found);
    }
  }
}
