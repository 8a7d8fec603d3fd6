package id.simpul.health;

import java.util.Locale;

/** The gender a person is registered with, as FHIR R4 closes the list. */
public enum AdministrativeGender {
  /** Male. */
  MALE,
  /** Female. */
  FEMALE,
  /** Another. */
  OTHER,
  /** Not known. */
  UNKNOWN;

  /**
   * The code of FHIR.
   *
   * @return the name in lower case
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
