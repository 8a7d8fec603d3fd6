package id.simpul.health.figures;

import java.util.Locale;

/** What is counted. */
public enum CaseMeasure {
  /** People found to be infected. */
  CONFIRMED,
  /** People who are ill now, in hospital or at home. */
  ACTIVE,
  /** People who got well. */
  RECOVERED,
  /** People who died. */
  DEATHS,
  /** People tested. */
  TESTED;

  /**
   * The stable code.
   *
   * @return for example {@code confirmed}
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
