package id.simpul.core.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one form of a JSON value that can be signed or digested (JSON Canonicalization Scheme, RFC
 * 8785): members sorted by UTF-16 code units, no white space, the shortest escapes, numbers as
 * ECMAScript writes them. Two values have the same form exactly when a JavaScript program cannot
 * tell them apart. Thread-safe.
 *
 * <p>Numbers are doubles here, as the RFC wants it: {@code 1.0}, {@code 1} and {@code
 * 1.00000000000000000001} become the same. Whoever verifies a signature over this form must
 * therefore go on with the bytes that were signed, read again, and not with the document that came;
 * numbers that need more than 15 digits belong in strings (RFC 8785, appendix D).
 *
 * <p>What I-JSON (RFC 7493) excludes is refused and not repaired: lone surrogates, and numbers that
 * no double is near to. Duplicate names cannot occur in a {@link JsonObject}.
 */
public final class CanonicalJson {
  /** The deepest nesting of objects and arrays, far beyond what readers take by default. */
  public static final int MAX_DEPTH = 512;

  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";
  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> path = new ArrayDeque<>();

  private CanonicalJson() {}

  /**
   * The canonical form of a value.
   *
   * @param value any value
   * @return UTF-8
   * @throws FormatException when it holds a lone surrogate or a number that passes the range of a
   *     double, or is nested deeper than {@link #MAX_DEPTH}; says where as a JSON pointer
   */
  public static byte[] toBytes(JsonValue value) throws FormatException {
    CanonicalJson form = new CanonicalJson();
    form.write(value);
    return form.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonValue value) throws FormatException {
    if (value instanceof JsonObject object) {
      writeObject(object);
    } else if (value instanceof JsonArray array) {
      writeArray(array);
    } else if (value instanceof JsonString string) {
      writeString(string.value());
    } else if (value instanceof JsonNumber number) {
      writeNumber(number);
    } else if (value instanceof JsonBoolean bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private void writeObject(JsonObject object) throws FormatException {
    List<Map.Entry<String, JsonValue>> members = new ArrayList<>(object.members().entrySet());
    // String compares by UTF-16 code units, which is what section 3.2.3 asks for.
    members.sort(Map.Entry.comparingByKey());
    String separator = "{";
    for (Map.Entry<String, JsonValue> member : members) {
      out.append(separator);
      separator = ",";
      enter(member.getKey());
      writeString(member.getKey());
      out.append(':');
      write(member.getValue());
      path.removeLast();
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private void writeArray(JsonArray array) throws FormatException {
    out.append('[');
    for (int i = 0; i < array.items().size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      enter(Integer.toString(i));
      write(array.items().get(i));
      path.removeLast();
    }
    out.append(']');
  }

  private void enter(String step) throws FormatException {
    if (path.size() >= MAX_DEPTH) {
      throw fail("nested deeper than " + MAX_DEPTH);
    }
    path.addLast(step);
  }

  private void writeNumber(JsonNumber number) throws FormatException {
    double value = Double.parseDouble(number.lexeme());
    if (Double.isInfinite(value)) {
      throw fail("a number beyond the range of a double");
    }
    out.append(EcmaNumber.toString(value));
  }

  /** Section 3.2.2.2: what must be escaped, in its shortest form, and nothing else. */
  private void writeString(String text) throws FormatException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = ESCAPED.indexOf(c);
      if (escape >= 0) {
        out.append('\\').append(ESCAPES.charAt(escape));
      } else if (c < FIRST_PRINTABLE) {
        out.append(String.format("\\u%04x", (int) c));
      } else if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          throw fail("a lone surrogate is not a character");
        }
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private FormatException fail(String reason) {
    String pointer =
        path.stream()
            .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
    return new FormatException(pointer.isEmpty() ? "the whole document" : pointer, reason);
  }
}
