package id.simpul.examples;

import id.simpul.health.reconciliation.DoseStatement;
import id.simpul.health.reconciliation.Finding;
import id.simpul.health.reconciliation.Language;
import id.simpul.health.reconciliation.Reconciliation;
import id.simpul.health.reconciliation.RecordVersion;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.StatementSet;
import id.simpul.health.reconciliation.VaccineGroup;
import id.simpul.health.reconciliation.Vaccinee;
import id.simpul.health.reconciliation.WrittenNik;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A clinic in Jambi mistyped a NIK and forgot a dose; the two registers say so themselves. */
public final class ReconcileRegisters {
  private static final LocalDate BIRTH = LocalDate.of(1990, 7, 1);
  private static final Instant READ = Instant.parse("2021-04-01T00:00:00Z");

  private ReconcileRegisters() {}

  /**
   * Prints what became of it.
   *
   * @param args {@code id} for Indonesian
   */
  public static void main(String[] args) {
    Vaccinee right = person("9971010107900001");
    Vaccinee mistyped = person("9971010107900011");
    StatementSet national =
        StatementSet.of(
            List.of(
                dose(Register.NATIONAL, "n-1", right, 1).lot("B21").build(),
                dose(Register.NATIONAL, "n-2", right, 2).lot("B47").build()));
    StatementSet regional =
        StatementSet.of(
            List.of(
                dose(Register.REGIONAL, "r-1", mistyped, 1).lot("B21").build(),
                dose(Register.REGIONAL, "r-2", right, 2).lot("B74").build(),
                dose(Register.REGIONAL, "r-3", right, 3).lot("B90").build()));

    Language language = List.of(args).contains("id") ? Language.INDONESIAN : Language.ENGLISH;
    for (Finding finding : Reconciliation.findings(national.merge(regional))) {
      System.out.println(finding.explain(language));
    }
  }

  private static Vaccinee person(String nik) {
    return Vaccinee.of(WrittenNik.of(nik), "Kalomi Tuvoya", BIRTH);
  }

  private static DoseStatement.Builder dose(Register by, String id, Vaccinee person, int number) {
    return DoseStatement.builder(by, id, new RecordVersion("v1", READ), person)
        .group(new VaccineGroup("VG213"))
        .date(LocalDate.of(2021, 1, 15).plusMonths(number))
        .doseNumber(number)
        .originator(Register.REGIONAL);
  }
}
