package id.simpul.health.internal.vaccination;

import java.util.regex.Pattern;

/** The forms of names and numbers, each with its rule for a person. */
public final class Forms {
  /** The longest id of a slot or place: FHIR's 64, less what is put behind it. */
  public static final int MAX_ID_LENGTH = 58;

  /** Ids of slots and places. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1," + MAX_ID_LENGTH + "}");

  /** Their rule. */
  public static final String ID_RULE =
      "must have 1 to " + MAX_ID_LENGTH + " letters, digits, dots and hyphens";

  /** The name of a campaign in programs. */
  public static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Its rule. */
  public static final String CAMPAIGN_RULE =
      "must have 1 to 64 lower-case letters, digits and hyphens, a letter or digit first";

  /** A code of CVX. */
  public static final Pattern CVX = Pattern.compile("[0-9]{1,4}");

  /** Its rule. */
  public static final String CVX_RULE = "must be a CVX code of 1 to 4 digits";

  /** A code of KFA: a product of a vaccine, or a vaccine group. */
  public static final Pattern KFA = Pattern.compile("93[0-9]{6}|VG[0-9]{1,6}");

  /** Its rule. */
  public static final String KFA_RULE = "must be a KFA product (93 and 6 digits) or group (VG)";

  /** A telephone number as people write it. */
  public static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,22}");

  /** Its rule. */
  public static final String PHONE_RULE = "must be a telephone number such as +62 741 60000";

  /** The most doses of one vaccine. */
  public static final int MAX_DOSE = 20;

  /** What points at a record of a dose. */
  public static final Pattern IMMUNIZATION = Pattern.compile("Immunization/[A-Za-z0-9.-]{1,64}");

  /** Its rule. */
  public static final String IMMUNIZATION_RULE = "must be Immunization/ and the id of the record";

  private Forms() {}

  /**
   * A telephone number to be compared: digits alone, and Indonesia's zero as its country code.
   *
   * @param phone a number of any form
   * @return digits
   */
  public static String digits(String phone) {
    String digits = phone.replaceAll("[^0-9]", "");
    return digits.startsWith("0") ? "62" + digits.substring(1) : digits;
  }
}
