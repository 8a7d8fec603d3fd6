package id.simpul.health.fhir.type;

/** How exactly a date or time is known, from the least to the most. */
public enum Precision {
  /** A year, {@code 2026}. */
  YEAR,
  /** A month of a year, {@code 2026-11}. */
  MONTH,
  /** A day, {@code 2026-11-22}. */
  DAY,
  /** A second, with its offset from UTC. */
  SECOND,
  /** Less than a second, with its offset from UTC. */
  FRACTION
}
