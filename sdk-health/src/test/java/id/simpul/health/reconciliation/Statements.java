package id.simpul.health.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Statements that tests begin with. */
final class Statements {
  static final Instant MONDAY = Instant.parse("2021-03-01T02:00:00Z");
  static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  static final VaccineGroup GROUP = new VaccineGroup("VG213");

  private Statements() {}

  static List<Finding> findings(DoseStatement.Builder... statements) {
    return Reconciliation.findings(
        StatementSet.of(Arrays.stream(statements).map(DoseStatement.Builder::build).toList()));
  }

  static Finding finding(DoseStatement.Builder... statements) {
    List<Finding> findings = findings(statements);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

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
