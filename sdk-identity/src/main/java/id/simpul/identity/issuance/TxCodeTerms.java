package id.simpul.identity.issuance;

/**
 * What an issuer of ours lets wallets ask their holders for (OpenID4VCI 1.0, section 4.1.1): a code
 * of digits that came another way than the offer. Other issuers' codes are of {@link TxCodePrompt}.
 *
 * @param length {@link IssuanceLimits#MIN_TX_CODE_LENGTH} to {@link
 *     IssuanceLimits#MAX_TX_CODE_LENGTH} digits
 * @param description what the holder is told, at most {@value #MAX_DESCRIPTION_LENGTH} characters,
 *     possibly empty
 */
public record TxCodeTerms(int length, String description) {
  /** The most characters of a description (section 4.1.1). */
  public static final int MAX_DESCRIPTION_LENGTH = 300;

  /** Checks both lengths. */
  public TxCodeTerms {
    if (length < IssuanceLimits.MIN_TX_CODE_LENGTH || length > IssuanceLimits.MAX_TX_CODE_LENGTH) {
      throw new IllegalArgumentException(
          "A transaction code has "
              + IssuanceLimits.MIN_TX_CODE_LENGTH
              + " to "
              + IssuanceLimits.MAX_TX_CODE_LENGTH
              + " digits");
    }
    if (description.length() > MAX_DESCRIPTION_LENGTH) {
      throw new IllegalArgumentException(
          "A description has at most " + MAX_DESCRIPTION_LENGTH + " characters");
    }
  }

  /**
   * These terms as an offer says them.
   *
   * @return what the wallet asks for
   */
  public TxCodePrompt prompt() {
    return new TxCodePrompt(true, length, description);
  }
}
