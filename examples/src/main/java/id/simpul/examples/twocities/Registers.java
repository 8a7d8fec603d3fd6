package id.simpul.examples.twocities;

import id.simpul.health.reconciliation.DoseStatement;
import id.simpul.health.reconciliation.Finding;
import id.simpul.health.reconciliation.Language;
import id.simpul.health.reconciliation.MatchClass;
import id.simpul.health.reconciliation.Reconciliation;
import id.simpul.health.reconciliation.RecordVersion;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.StatementSet;
import id.simpul.health.reconciliation.VaccineGroup;
import id.simpul.health.reconciliation.Vaccinee;
import id.simpul.health.reconciliation.WrittenNik;
import java.time.Instant;
import java.util.List;

/** Jambi typed the dose in from the paper, one digit wrong; the two registers are laid together. */
final class Registers {
  private static final String MISTYPED = "9971010107900011";

  private final Terminal terminal;

  Registers(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Lays the registers together.
   *
   * @param dose what Jakarta recorded
   * @param now when both were read
   * @throws StoryException when the typing error is not found for what it is
   */
  void tell(Vaccinated dose, Instant now) {
    StatementSet jakarta =
        StatementSet.of(
            List.of(statement(Register.NATIONAL, dose.record(), Vaccinated.NIK, dose, now)));
    StatementSet jambi =
        StatementSet.of(List.of(statement(Register.REGIONAL, "jambi-1", MISTYPED, dose, now)));
    List<Finding> findings = Reconciliation.findings(jambi.merge(jakarta));
    require(findings.equals(Reconciliation.findings(jakarta.merge(jambi))), "the order counts");
    require(
        findings.size() == 1 && findings.get(0).classification().equals(MatchClass.LIKELY_NIK_TYPO),
        "found is " + findings);
    String label = "found";
    for (String line : findings.get(0).explain(Language.ENGLISH).lines().toList()) {
      terminal.step(label, line.strip());
      label = "";
    }
    terminal.step("changed", "nothing: who holds the record decides");
  }

  private static DoseStatement statement(
      Register by, String id, String nik, Vaccinated dose, Instant now) {
    Vaccinee person = Vaccinee.of(WrittenNik.of(nik), Vaccinated.name(), Vaccinated.BIRTH);
    return DoseStatement.builder(by, id, new RecordVersion("1", now), person)
        .group(new VaccineGroup("VG213"))
        .date(dose.date())
        .doseNumber(2)
        .lot(Vaccinated.LOT)
        .originator(Register.NATIONAL)
        .build();
  }

  private static void require(boolean holds, String what) {
    StoryException.require(holds, "the registers", what, "reconciliation");
  }
}
