package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;

/**
 * An identifier a dose goes by outside of the register that says so, such as the number of its
 * certificate or the id of its record in the other register. {@code toString} shows the system
 * alone, because some systems make their identifiers of NIKs.
 *
 * @param system who gave it, usually a URI; 1 to {@link #MAX_LENGTH} characters
 * @param value the identifier; 1 to {@link #MAX_LENGTH} characters
 */
public record DoseIdentifier(String system, String value) {
  /** The most characters of either part. */
  public static final int MAX_LENGTH = 200;

  /**
   * Checks both parts.
   *
   * @throws ValidationException when one is blank, too long or holds control characters
   */
  public DoseIdentifier {
    Checks checks = new Checks();
    checks.required("system", system, MAX_LENGTH);
    checks.required("value", value, MAX_LENGTH);
    checks.throwIfAny("DoseIdentifier");
  }

  @Override
  public String toString() {
    return "DoseIdentifier[" + Masks.digits(system) + "]";
  }
}
