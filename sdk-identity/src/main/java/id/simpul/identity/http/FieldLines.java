package id.simpul.identity.http;

import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one header field as one value (RFC 9421, 2.1). */
final class FieldLines {
  private FieldLines() {}

  /** All lines of a name, each without surrounding white space, or null when there is none. */
  static @Nullable String joined(Headers headers, String name) {
    String first = null;
    StringBuilder more = null;
    for (Headers.Field field : headers.fields()) {
      if (!field.name().equalsIgnoreCase(name)) {
        continue;
      }
      String value = trim(field.value());
      if (first == null) {
        first = value;
      } else {
        more = more == null ? new StringBuilder(first) : more;
        more.append(", ").append(value);
      }
    }
    return more == null ? first : more.toString();
  }

  /** Checks the bound of the profile's own fields. */
  static void checkLength(String value, String name) throws Refused {
    if (value.length() > SignatureProfile.MAX_FIELD_LENGTH) {
      throw new Refused(
          Reason.MALFORMED,
          "is longer than " + SignatureProfile.MAX_FIELD_LENGTH + " characters",
          name);
    }
  }

  /** Whether there is such a field; refuses a second line of it. */
  static boolean occursOnce(Headers headers, String name) throws Refused {
    boolean found = false;
    for (Headers.Field field : headers.fields()) {
      if (field.name().equalsIgnoreCase(name)) {
        if (found) {
          throw new Refused(Reason.MALFORMED, "the field occurs twice", name);
        }
        found = true;
      }
    }
    return found;
  }

  /** The fields of both, in order. */
  static Headers concat(Headers first, Headers second) {
    List<Headers.Field> fields = new ArrayList<>(first.fields());
    fields.addAll(second.fields());
    return Headers.of(fields);
  }

  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
