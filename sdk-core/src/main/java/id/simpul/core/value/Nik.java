package id.simpul.core.value;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NIK (<i>Nomor Induk Kependudukan</i>), the sixteen-digit population number of an Indonesian
 * resident (UU 23/2006 on population administration): six digits of the district of first
 * registration, six of the birth date with 40 added to a woman's day, four of a serial.
 *
 * <p>Only its form can be checked here, so a NIK is <i>plausible</i> or malformed, never valid: the
 * civil registry alone can say more. Neither birth date nor sex may be concluded from it, because
 * it is not corrected when the record is. An unknown district does not make it malformed; codes are
 * those of the year of registration.
 *
 * <p>{@code toString} masks everything; the digits come out of {@link #reveal()} alone. Immutable.
 */
public final class Nik {
  private static final Pattern FORM =
      Pattern.compile("[0-9]{6}([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{4})");
  private static final int WOMAN_DAY_OFFSET = 40;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String digits;

  private Nik(String digits) {
    this.digits = digits;
  }

  /** What can be said of a text as a NIK. */
  public enum Verdict {
    /** The form is right; whether the number was ever issued is not known. */
    PLAUSIBLE,
    /** The form is wrong; no such number can have been issued. */
    MALFORMED
  }

  /**
   * Judges the form of a text.
   *
   * @param text any text
   * @return the verdict
   */
  public static Verdict judge(String text) {
    Matcher m = FORM.matcher(Objects.requireNonNull(text, "text"));
    boolean plausible =
        m.matches()
            && !m.group(4).equals("0000")
            && plausibleDate(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)));
    return plausible ? Verdict.PLAUSIBLE : Verdict.MALFORMED;
  }

  private static boolean plausibleDate(int codedDay, int month, int year) {
    int day = codedDay > WOMAN_DAY_OFFSET ? codedDay - WOMAN_DAY_OFFSET : codedDay;
    if (month < 1 || month > DAYS.length || day < 1 || day > DAYS[month - 1]) {
      return false;
    }
    // 29 February needs a leap year in 19YY or 20YY; 1900 was none, 2000 was one.
    return month != 2 || day < 29 || year % 4 == 0;
  }

  /**
   * A NIK from text.
   *
   * @param text sixteen digits
   * @return the NIK, or empty when the text is malformed
   */
  public static Optional<Nik> parse(String text) {
    return judge(text) == Verdict.PLAUSIBLE ? Optional.of(new Nik(text)) : Optional.empty();
  }

  /**
   * The sixteen digits. The name is loud so that a search finds every place that shows a NIK.
   *
   * @return the digits
   */
  public String reveal() {
    return digits;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Nik other && digits.equals(other.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** Sixteen stars. */
  @Override
  public String toString() {
    return "****************";
  }
}
