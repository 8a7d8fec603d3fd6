package id.simpul.health.reconciliation;

import java.time.Instant;
import java.time.LocalDate;

/** Statements that tests begin with. */
final class Statements {
  static final Instant MONDAY = Instant.parse("2021-03-01T02:00:00Z");
  static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  static final VaccineGroup GROUP = new VaccineGroup("VG213");

  private Statements() {}

  static DoseStatement.Builder dose(Register register, String recordId, Vaccinee person) {
    return dose(register, recordId, 1, person);
  }

  static DoseStatement.Builder dose(
      Register register, String recordId, int version, Vaccinee person) {
    RecordVersion read = new RecordVersion("v" + version, MONDAY.plusSeconds(version));
    return DoseStatement.builder(register, recordId, read, person)
        .group(GROUP)
        .date(DAY)
        .originator(Register.REGIONAL);
  }

  static DoseStatement.Builder national(Vaccinee person) {
    return dose(Register.NATIONAL, "n-1", person).doseNumber(1).lot("LOT1");
  }

  static DoseStatement.Builder regional(Vaccinee person) {
    return dose(Register.REGIONAL, "r-1", person).doseNumber(1).lot("LOT1");
  }
}
