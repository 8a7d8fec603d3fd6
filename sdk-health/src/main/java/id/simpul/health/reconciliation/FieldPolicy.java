package id.simpul.health.reconciliation;

/** Whose value of a field stands when the registers differ. */
public enum FieldPolicy {
  /**
   * The national register's, because its persons are verified with the civil registry. Never
   * suggested: who a person is, is corrected at its source.
   */
  NATIONAL_WINS,
  /** That of the register that recorded the dose first, because it saw the vial. */
  ORIGINATOR_WINS,
  /** That of a register that took its record back; otherwise nobody's. Never suggested. */
  ERROR_WINS,
  /** The one that counting the person's doses by day arrives at. Never suggested. */
  AS_COUNTED
}
