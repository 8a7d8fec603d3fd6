package id.simpul.health.reconciliation;

/** Whose value of a field stands when the registers differ. */
public enum FieldPolicy {
  /** The national register's, because its persons are verified with the civil registry. */
  NATIONAL_WINS,
  /** That of the register that recorded the dose first, because it saw the vial. */
  ORIGINATOR_WINS,
  /** That of a register that took its record back; otherwise as {@link #ORIGINATOR_WINS}. */
  ERROR_WINS,
  /** The one that counting the person's doses by day arrives at. */
  AS_COUNTED
}
