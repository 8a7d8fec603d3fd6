package id.simpul.identity.issuance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an offer has a wallet ask its holder for (OpenID4VCI 1.0, section 4.1.1): a code that came
 * another way than the offer, in whatever form its issuer gives codes. Ours are of {@link
 * TxCodeTerms}. Immutable.
 *
 * @param numeric whether it consists of digits alone, and not of any characters
 * @param length how many characters it has, at least one, or null when the issuer does not say
 * @param description what the holder is told, at most {@link TxCodeTerms#MAX_DESCRIPTION_LENGTH}
 *     characters, possibly empty
 */
public record TxCodePrompt(boolean numeric, @Nullable Integer length, String description) {
  /** Checks both lengths. */
  public TxCodePrompt {
    Objects.requireNonNull(description, "description");
    if (length != null && length < 1) {
      throw new IllegalArgumentException("A transaction code has at least one character");
    }
    if (description.length() > TxCodeTerms.MAX_DESCRIPTION_LENGTH) {
      throw new IllegalArgumentException(
          "A description has at most " + TxCodeTerms.MAX_DESCRIPTION_LENGTH + " characters");
    }
  }
}
