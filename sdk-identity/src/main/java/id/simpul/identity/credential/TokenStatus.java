package id.simpul.identity.credential;

/**
 * The status of one credential (Token Status List, draft 20, section 7). Open, because issuers may
 * give numbers of their own a meaning; whoever does not know a number must not take the credential.
 *
 * @param value 0 to {@link #MAX_VALUE}
 */
public record TokenStatus(int value) {
  /** The largest number a list can hold. */
  public static final int MAX_VALUE = 255;

  /** It holds. */
  public static final TokenStatus VALID = new TokenStatus(0x00);

  /** Its issuer has taken it back for good. */
  public static final TokenStatus INVALID = new TokenStatus(0x01);

  /** Its issuer has taken it back for now. */
  public static final TokenStatus SUSPENDED = new TokenStatus(0x02);

  private static final int APPLICATION_SPECIFIC = 0x03;
  private static final int FIRST_APPLICATION_SPECIFIC = 0x0C;
  private static final int LAST_APPLICATION_SPECIFIC = 0x0F;

  /** Checks the range. */
  public TokenStatus {
    if (value < 0 || value > MAX_VALUE) {
      throw new IllegalArgumentException("A status lies between 0 and " + MAX_VALUE);
    }
  }

  /**
   * Whether the number is left to applications for ever (section 7.1).
   *
   * @return true for 3 and for 12 to 15
   */
  public boolean isApplicationSpecific() {
    return value == APPLICATION_SPECIFIC
        || (value >= FIRST_APPLICATION_SPECIFIC && value <= LAST_APPLICATION_SPECIFIC);
  }

  /** The name of the draft, or the number. */
  @Override
  public String toString() {
    return switch (value) {
      case 0x00 -> "VALID";
      case 0x01 -> "INVALID";
      case 0x02 -> "SUSPENDED";
      default -> "status " + value;
    };
  }
}
