package id.simpul.health.reconciliation;

import java.time.LocalDate;

/** What makes two statements be about one dose, the person apart. */
final class Doses {
  /** How many days apart the same dose may be recorded. */
  static final int MAX_DAYS_APART = 1;

  private Doses() {}

  static boolean daysNear(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay()) <= MAX_DAYS_APART;
  }

  /** Whether both say a field, and the same of it. */
  static boolean agree(DoseField field, DoseStatement a, DoseStatement b) {
    return field.value(a).isPresent() && field.value(a).equals(field.value(b));
  }
}
