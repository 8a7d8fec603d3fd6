package id.simpul.health.certificate.print;

/**
 * One thing in both languages of the page.
 *
 * @param indonesian plain text
 * @param english plain text; the same when there is but one word for it
 */
record Words(String indonesian, String english) {
  static Words same(String text) {
    return new Words(text, text);
  }

  boolean isOne() {
    return indonesian.equals(english);
  }

  /** Both as HTML, the second language marked and set apart. */
  String html() {
    return isOne()
        ? escaped(indonesian)
        : escaped(indonesian) + " <span class=\"en\" lang=\"en\">" + escaped(english) + "</span>";
  }

  /** Text that stands for itself in HTML, in elements and in quoted attributes. */
  static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(isShown(c) ? c : '\uFFFD');
      }
    }
    return html.toString();
  }

  /** Controls, and marks that turn the direction of what follows, could hide what is there. */
  private static boolean isShown(char c) {
    boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return !turns && !Character.isISOControl(c);
  }
}
