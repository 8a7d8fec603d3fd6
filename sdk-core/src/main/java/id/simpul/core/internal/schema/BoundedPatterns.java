package id.simpul.core.internal.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;

/**
 * Regular expressions that give up. The patterns are ours, the texts are not, and the JDK's matcher
 * may spend any time and much stack on a long one; a text that is too much for its pattern does not
 * match.
 */
final class BoundedPatterns implements RegularExpressionFactory {
  /** Characters of the longest text a {@code pattern} can match. */
  static final int MAX_TEXT_LENGTH = 4096;

  /** Characters a matcher may look at, the same one again included, before it gives up. */
  static final int MAX_STEPS = 1_000_000;

  @Override
  public RegularExpression getRegularExpression(String regex) {
    // ECMA 262 and Java differ in what $ matches and in the names of properties.
    Pattern pattern =
        Pattern.compile(
            RegularExpressions.replaceLongformCharacterProperties(
                RegularExpressions.replaceDollarAnchors(regex)));
    return text -> text.length() <= MAX_TEXT_LENGTH && found(pattern, text);
  }

  private static boolean found(Pattern pattern, String text) {
    try {
      return pattern.matcher(new CountedText(text)).find();
    } catch (TooManyStepsException | StackOverflowError e) {
      return false; // As documented: too much for its pattern.
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private int steps;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      if (steps > MAX_STEPS) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
      super("too many steps", null, false, false);
    }
  }
}
