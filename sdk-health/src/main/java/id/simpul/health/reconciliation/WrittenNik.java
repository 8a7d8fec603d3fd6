package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;
import id.simpul.core.value.Nik;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a register has in the field for the NIK, right or wrong. Registers hold what somebody typed,
 * and a slip of a digit often makes a number that no NIK can be; it must not be lost, or nobody
 * would find the slip. {@code toString} shows nothing of it. Immutable.
 */
public final class WrittenNik {
  /** The most characters. */
  public static final int MAX_LENGTH = 40;

  private final String text;
  private final String digits;
  private final @Nullable Nik plausible;

  private WrittenNik(String text) {
    this.text = text;
    this.digits = withoutSeparators(text);
    this.plausible = Nik.parse(digits).orElse(null);
  }

  /**
   * What is written.
   *
   * @param text 1 to {@link #MAX_LENGTH} characters, whatever they are
   * @return the written NIK
   * @throws ValidationException when it is blank, too long or holds control characters
   */
  public static WrittenNik of(String text) {
    Checks checks = new Checks();
    checks.required("nik", text, MAX_LENGTH);
    checks.throwIfAny("WrittenNik");
    return new WrittenNik(text);
  }

  /**
   * A NIK as it is written properly.
   *
   * @param nik a NIK
   * @return sixteen digits
   */
  public static WrittenNik of(Nik nik) {
    return new WrittenNik(nik.reveal());
  }

  /**
   * The NIK, if what is written can be one. Spaces, dots and hyphens between digits do not matter.
   *
   * @return a plausible NIK, or empty
   */
  public Optional<Nik> plausible() {
    return Optional.ofNullable(plausible);
  }

  /** What is written without what people put between digits. */
  String digits() {
    return digits;
  }

  private static String withoutSeparators(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '.' && c != '-') {
        digits.append(c);
      }
    }
    return digits.length() == text.length() ? text : digits.toString();
  }

  /**
   * What is written. The name is loud so that a search finds every place that shows a NIK.
   *
   * @return the characters
   */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof WrittenNik other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Sixteen stars. */
  @Override
  public String toString() {
    return "****************";
  }
}
