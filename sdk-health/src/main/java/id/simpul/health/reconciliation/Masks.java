package id.simpul.health.reconciliation;

import java.util.regex.Pattern;

/** What may be shown of values that can be personal. */
final class Masks {
  /** A NIK inside another text, one mistyped or written in parts, and whatever looks like one. */
  private static final Pattern LONG_DIGITS = Pattern.compile("\\p{Nd}(?:[\\s./_-]*+\\p{Nd}){11,}+");

  private static final int SHORTEST_SHOWN = 3;

  private Masks() {}

  /** A text without numbers of twelve digits and more, whatever stands between them. */
  static String digits(String text) {
    return LONG_DIGITS.matcher(text).replaceAll("****************");
  }

  /** The first letters of a name, and how many words it has; {@code B*** S***}. */
  static String name(String name) {
    StringBuilder masked = new StringBuilder();
    for (String word : name.trim().split("\\s+", -1)) {
      if (masked.length() > 0) {
        masked.append(' ');
      }
      int first = word.isEmpty() ? 0 : Character.charCount(word.codePointAt(0));
      boolean shown =
          word.codePointCount(0, word.length()) >= SHORTEST_SHOWN
              && Character.isLetter(word.codePointAt(0));
      masked.append(shown ? word.substring(0, first) : "").append("***");
    }
    return masked.toString();
  }
}
