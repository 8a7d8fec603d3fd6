package id.simpul.identity.internal.sf;

/** What a key may look like (RFC 9651, 3.1.2). */
final class Keys {
  private Keys() {}

  static void check(String key) {
    if (key.isEmpty() || !isStart(key.charAt(0))) {
      throw new IllegalArgumentException("A key starts with a lower-case letter or a star");
    }
    for (int i = 1; i < key.length(); i++) {
      if (!isPart(key.charAt(i))) {
        throw new IllegalArgumentException("A key holds a character that is not allowed");
      }
    }
  }

  static boolean isStart(char c) {
    return isLower(c) || c == '*';
  }

  static boolean isPart(char c) {
    return isLower(c) || Chars.isDigit(c) || c == '_' || c == '-' || c == '.' || c == '*';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
