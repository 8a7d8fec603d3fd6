package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The primitive types of FHIR R4 (section 2.24.0.1) and how their values are written. */
enum Primitive {
  BOOLEAN("boolean", "true or false"),
  INTEGER("integer", "a whole number of 32 bits"),
  UNSIGNED_INT("unsignedInt", "a whole number, 0 or more"),
  POSITIVE_INT("positiveInt", "a whole number, 1 or more"),
  DECIMAL("decimal", "a decimal number of 128 characters at most"),
  STRING("string", "a text that is not blank, without control characters, of 1048576 at most"),
  MARKDOWN("markdown", "a text as a string is"),
  CODE("code", "a code without needless space"),
  ID("id", "1 to 64 letters, digits, '-' and '.'"),
  URI("uri", "a URI without space"),
  URL("url", "a URL without space"),
  CANONICAL("canonical", "a URL without space"),
  OID("oid", "urn:oid: and an OID"),
  UUID("uuid", "urn:uuid: and a UUID in lower case"),
  BASE64_BINARY("base64Binary", "base64"),
  DATE("date", "a date such as 2026, 2026-11 or 2026-11-22"),
  DATE_TIME("dateTime", "a date, or a time such as 2026-11-22T09:00:00+00:00"),
  INSTANT("instant", "a time such as 2026-11-22T09:00:00+00:00"),
  TIME("time", "a time of day such as 09:00:00"),
  XHTML("xhtml", "one div of XHTML that says something, without scripts and forms");

  private static final Map<String, Primitive> BY_NAME = new HashMap<>();

  static {
    for (Primitive p : values()) {
      BY_NAME.put(p.fhirName, p);
    }
  }

  /** A string SHALL NOT be longer. */
  static final int MAX_STRING_LENGTH = 1024 * 1024;

  private static final int MAX_ID_LENGTH = 64;
  private static final int MAX_INT_DIGITS = 10;
  private static final int OID_AT = 8;

  private final String fhirName;
  private final String form;

  Primitive(String fhirName, String form) {
    this.fhirName = fhirName;
    this.form = form;
  }

  static @Nullable Primitive of(String fhirName) {
    return BY_NAME.get(fhirName);
  }

  /** Its name in the standard. */
  String fhirName() {
    return fhirName;
  }

  /** What a value must be, for a person. */
  String form() {
    return form;
  }

  /** Whether a value is written as this type asks. */
  boolean accepts(JsonValue value) {
    return switch (this) {
      case BOOLEAN -> value instanceof JsonBoolean;
      case INTEGER -> value instanceof JsonNumber n && isInt(n.lexeme(), Integer.MIN_VALUE);
      case UNSIGNED_INT -> value instanceof JsonNumber n && isInt(n.lexeme(), 0);
      case POSITIVE_INT -> value instanceof JsonNumber n && isInt(n.lexeme(), 1);
      case DECIMAL ->
          value instanceof JsonNumber n && n.lexeme().length() <= Limits.DEFAULT_MAX_NUMBER_LENGTH;
      default -> value instanceof JsonString s && accepts(s.value());
    };
  }

  private boolean accepts(String text) {
    return switch (this) {
      case CODE -> isCode(text);
      case ID -> isId(text);
      case URI, URL, CANONICAL -> noSpace(text);
      case OID -> isOid(text);
      case UUID -> text.matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      case BASE64_BINARY -> isBase64(text);
      case DATE, DATE_TIME, INSTANT -> DateText.precisionOf(text, this) != null;
      case TIME -> DateText.isTimeOfDay(text);
      case XHTML -> Xhtml.isNarrative(text);
      default -> isText(text);
    };
  }

  private static boolean isInt(String lexeme, int least) {
    if (lexeme.length() > MAX_INT_DIGITS + 1 || lexeme.equals("-0")) {
      return false;
    }
    for (int i = lexeme.startsWith("-") ? 1 : 0; i < lexeme.length(); i++) {
      if (lexeme.charAt(i) < '0' || lexeme.charAt(i) > '9') {
        return false;
      }
    }
    long value = Long.parseLong(lexeme);
    return value >= least && value <= Integer.MAX_VALUE;
  }

  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return !text.isBlank() && text.length() <= MAX_STRING_LENGTH;
  }

  private static boolean isCode(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      boolean here = text.charAt(i) <= ' ';
      if (here && space) {
        return false;
      }
      space = here;
    }
    return !space;
  }

  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric = isAlphanumeric(c);
      if (!alphanumeric && c != '-' && c != '.') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_ID_LENGTH;
  }

  private static boolean isAlphanumeric(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean noSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOid(String text) {
    boolean first = text.startsWith("urn:oid:") && text.length() > OID_AT + 2;
    if (!first || text.charAt(OID_AT) < '0' || text.charAt(OID_AT) > '2') {
      return false;
    }
    boolean digitBefore = true;
    for (int i = OID_AT + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dot = c == '.';
      boolean digit = c >= '0' && c <= '9';
      boolean leadingZero = digit && text.charAt(i - 1) == '0' && text.charAt(i - 2) == '.';
      if ((!dot && !digit) || (dot && !digitBefore) || leadingZero || (i == OID_AT + 1 && !dot)) {
        return false;
      }
      digitBefore = digit;
    }
    return digitBefore;
  }

  private static boolean isBase64(String text) {
    int symbols = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        continue;
      }
      boolean symbol = isAlphanumeric(c) || c == '+' || c == '/';
      if (c == '=') {
        padding++;
      } else if (!symbol || padding > 0) {
        return false;
      }
      symbols++;
    }
    return symbols % 4 == 0 && padding <= 2;
  }
}
