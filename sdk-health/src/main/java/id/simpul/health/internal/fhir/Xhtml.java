package id.simpul.health.internal.fhir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * The narrative's XHTML (section 2.4.0, constraints {@code txt-1} and {@code txt-2}): well nested,
 * of the elements that format text, without scripts and events, and not empty. One pass; it makes
 * nothing safe for a browser.
 */
final class Xhtml {
  private static final Set<String> ELEMENTS =
      Set.of(
          """
          a abbr acronym address area b bdo big blockquote br caption cite code col colgroup dd dfn
          div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li map ol p pre q samp small span strong sub
          sup table tbody td tfoot th thead tr tt ul var
          """
              .strip()
              .split("\\s+"));

  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean content;
  private int at;

  private Xhtml(String text) {
    this.text = text;
  }

  static boolean isNarrative(String text) {
    return text.startsWith("<div") && new Xhtml(text).holds();
  }

  private boolean holds() {
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        content |= !Character.isWhitespace(text.charAt(at));
        at++;
      } else if (text.startsWith("<!--", at)) {
        if (!skip("-->")) {
          return false;
        }
      } else if (!tag()) {
        return false;
      }
      // Nothing stands after the one div.
      if (open.isEmpty() && at < text.length()) {
        return false;
      }
    }
    return open.isEmpty() && content;
  }

  private boolean skip(String end) {
    int found = text.indexOf(end, at);
    at = found + end.length();
    return found >= 0;
  }

  private boolean tag() {
    boolean closing = text.startsWith("</", at);
    int start = at + (closing ? 2 : 1);
    int nameEnd = start;
    while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = text.substring(start, nameEnd);
    int end = end(nameEnd);
    if (end < 0 || !ELEMENTS.contains(name)) {
      return false;
    }
    String attributes = text.substring(nameEnd, end);
    if (!attributes.isEmpty() && "/ \t\r\n".indexOf(attributes.charAt(0)) < 0) {
      return false;
    }
    at = end + 1;
    if (closing) {
      return attributes.isBlank() && name.equals(open.poll());
    }
    content |= name.equals("img");
    if (!attributes.endsWith("/")) {
      open.push(name);
    }
    return isHarmless(attributes);
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Where a tag ends, past quoted values, or -1. */
  private int end(int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>' || c == '<') {
        return c == '>' ? i : -1;
      }
    }
    return -1;
  }

  /** Whether no attribute is an event, and no value a script. */
  private static boolean isHarmless(String attributes) {
    String lower = attributes.toLowerCase(Locale.ROOT);
    for (int i = lower.indexOf("on"); i > 0; i = lower.indexOf("on", i + 1)) {
      if (Character.isWhitespace(lower.charAt(i - 1)) && isAttribute(lower, i)) {
        return false;
      }
    }
    return !lower.contains("javascript:");
  }

  private static boolean isAttribute(String attributes, int from) {
    int end = from;
    while (end < attributes.length() && isNameCharacter(attributes.charAt(end))) {
      end++;
    }
    while (end < attributes.length() && Character.isWhitespace(attributes.charAt(end))) {
      end++;
    }
    return end < attributes.length() && attributes.charAt(end) == '=';
  }
}
