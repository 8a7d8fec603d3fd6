package id.simpul.core.internal.schema;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Regular expressions that look at short texts only. The patterns are ours, the texts are not, and
 * the JDK's matcher spends stack and time on long ones.
 */
final class BoundedPatterns implements RegularExpressionFactory {
  /** Characters of the longest text a {@code pattern} can match. */
  static final int MAX_TEXT_LENGTH = 4096;

  private final RegularExpressionFactory patterns = JDKRegularExpressionFactory.getInstance();

  @Override
  public RegularExpression getRegularExpression(String regex) {
    RegularExpression pattern = patterns.getRegularExpression(regex);
    return text -> text.length() <= MAX_TEXT_LENGTH && pattern.matches(text);
  }
}
