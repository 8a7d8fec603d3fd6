package id.simpul.identity.internal.sf;

/** Character classes of RFC 9651 and RFC 9110, section 5.6.2. */
final class Chars {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isPrintable(char c) {
    return c >= 0x20 && c <= 0x7e;
  }

  static boolean isAllPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isTokenStart(char c) {
    return isAlpha(c) || c == '*';
  }

  static boolean isTokenPart(char c) {
    return isAlpha(c) || isDigit(c) || c == ':' || c == '/' || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
