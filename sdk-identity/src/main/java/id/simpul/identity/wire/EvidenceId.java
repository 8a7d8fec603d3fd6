package id.simpul.identity.wire;

import java.util.regex.Pattern;

/**
 * Names what an officer relied on, where that is kept: the verdict of a population register, a
 * decree. Kept for ever with the case, so it says nothing of the resident; what could hold a NIK is
 * refused.
 *
 * @param value 1 to {@value #MAX_LENGTH} letters, digits and {@code . _ : / -}, with fewer than 16
 *     digits in a row
 */
public record EvidenceId(String value) {
  /** The most characters. */
  public static final int MAX_LENGTH = 128;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]+");
  private static final Pattern NIK = Pattern.compile("[0-9]{16}");

  /** Checks the form. */
  public EvidenceId {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An evidence id has 1 to " + MAX_LENGTH + " letters, digits and . _ : / -");
    }
    if (NIK.matcher(value).find()) {
      throw new IllegalArgumentException("An evidence id holds no NIK");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
