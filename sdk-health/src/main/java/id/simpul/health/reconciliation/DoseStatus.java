package id.simpul.health.reconciliation;

/** What became of a dose (FHIR R4, event status of an Immunization). */
public enum DoseStatus {
  /** It was given. */
  COMPLETED,
  /** It was not given. */
  NOT_DONE,
  /** The record should never have been made. */
  ENTERED_IN_ERROR
}
