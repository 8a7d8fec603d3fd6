package id.simpul.identity.internal.sf;

import id.simpul.core.format.FormatException;

/** A position in a field. Not thread-safe; lives as long as one parse. */
final class Cursor {
  /** What {@link #peek} gives at the end; no field may hold it. */
  static final char END = '\uffff';

  private final String text;
  private int at;

  Cursor(String text) throws FormatException {
    this.text = text;
    if (text.length() > SfLimits.MAX_FIELD_LENGTH) {
      throw fail("a field longer than " + SfLimits.MAX_FIELD_LENGTH + " characters");
    }
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** Takes a character; at the end, where {@link #peek} is {@link #END}, stays. */
  char next() {
    char c = peek();
    if (at < text.length()) {
      at++;
    }
    return c;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int position() {
    return at;
  }

  String from(int start) {
    return text.substring(start, at);
  }

  boolean take(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Steps over what a string holds without escapes; stands at the first other character. */
  void skipPlain() {
    int i = at;
    while (i < text.length() && isPlain(text.charAt(i))) {
      i++;
    }
    at = i;
  }

  private static boolean isPlain(char c) {
    return Chars.isPrintable(c) && c != '"' && c != '\\';
  }

  /** Steps to the next such character; when there is none, to the end. */
  boolean skipTo(char wanted) {
    int found = text.indexOf(wanted, at);
    at = found < 0 ? text.length() : found;
    return found >= 0;
  }

  void skipSpaces() {
    while (take(' ')) {
      // SP only, as section 4.2 says.
    }
  }

  void skipOptionalWhitespace() {
    while (take(' ') || take('\t')) {
      // OWS of RFC 9110, section 5.6.3.
    }
  }

  FormatException fail(String reason) {
    return new FormatException("character " + (at + 1), reason);
  }
}
