package id.simpul.health.reconciliation;

import id.simpul.core.ValidationException;

/**
 * A kind of vaccine whose doses count towards each other, by the code of the KFA's vaccine groups.
 *
 * @param code for example {@code VG213}; 1 to {@link #MAX_LENGTH} characters
 */
public record VaccineGroup(String code) {
  /** The most characters of a code. */
  public static final int MAX_LENGTH = 40;

  /**
   * Checks the code.
   *
   * @throws ValidationException when it is blank, too long or holds control characters
   */
  public VaccineGroup {
    Checks checks = new Checks();
    checks.required("code", code, MAX_LENGTH);
    checks.throwIfAny("VaccineGroup");
  }
}
