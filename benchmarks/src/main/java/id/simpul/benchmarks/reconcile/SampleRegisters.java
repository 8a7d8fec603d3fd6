package id.simpul.benchmarks.reconcile;

import id.simpul.health.reconciliation.DoseIdentifier;
import id.simpul.health.reconciliation.DoseStatement;
import id.simpul.health.reconciliation.RecordVersion;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.VaccineGroup;
import id.simpul.health.reconciliation.Vaccinee;
import id.simpul.health.reconciliation.WrittenNik;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Two registers of invented people, two doses each, with what goes wrong in real ones: doses that
 * one side lacks, mistyped NIKs, names cut short, lots that differ. Statements are made one by one.
 */
final class SampleRegisters {
  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");
  private static final VaccineGroup GROUP = new VaccineGroup("VG213");
  private static final Instant READ = Instant.parse("2021-06-01T00:00:00Z");
  private static final int LACKING = 20;
  private static final int MISTYPED = 97;
  private static final int CUT_SHORT = 53;
  private static final int OTHER_LOT = 89;
  private static final int IDENTIFIED = 3;

  /** Half a year of first doses, for people born within 75 years. */
  private static final int CAMPAIGN_DAYS = 180;

  private static final int BIRTH_DAYS = 27_400;

  private SampleRegisters() {}

  /** Makes the statements of one register. */
  static void each(
      Register register, int doses, Shared shared, Consumer<DoseStatement> statements) {
    int lacking = register == Register.NATIONAL ? 0 : 1;
    int first = shared == Shared.NONE && register == Register.REGIONAL ? doses : 0;
    for (int i = 0; i < doses; i++) {
      if (shared == Shared.NONE || i % LACKING != lacking) {
        statements.accept(statement(register, first + i));
      }
    }
  }

  private static DoseStatement statement(Register register, int i) {
    boolean regional = register == Register.REGIONAL;
    String id = (regional ? "r-" : "n-") + i;
    DoseStatement.Builder dose =
        DoseStatement.builder(
                register,
                id,
                new RecordVersion("1", READ.plusSeconds(i)),
                person(i / 2, regional && i % MISTYPED == 0, regional && i % CUT_SHORT == 0))
            .group(GROUP)
            .date(LocalDate.of(2021, 1, 1).plusDays(spread(i / 2, CAMPAIGN_DAYS) + i % 2 * 28L))
            .doseNumber(1 + i % 2)
            .lot("B" + (i % 500 + (regional && i % OTHER_LOT == 0 ? 1 : 0)))
            .location("10" + i % 300)
            .originator(Register.REGIONAL);
    if (i % IDENTIFIED == 0) {
      dose.identifiers(List.of(new DoseIdentifier("urn:certificate", "ID:" + i)));
    }
    return dose.build();
  }

  /** One of some numbers, without a pattern: neighbours have nothing in common. */
  private static long spread(int number, int many) {
    return new SplittableRandom(number).nextInt(many);
  }

  private static Vaccinee person(int number, boolean mistyped, boolean cutShort) {
    LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(spread(~number, BIRTH_DAYS));
    String nik =
        String.format(
            Locale.ROOT,
            "99%04d%02d%02d%02d%04d",
            number / 9_000,
            birth.getDayOfMonth(),
            birth.getMonthValue(),
            birth.getYear() % 100,
            number % 9_000 + 1);
    String written = mistyped ? nik.substring(0, 4) + swapped(nik) + nik.substring(6) : nik;
    String name = word(number, 3) + (cutShort ? "" : " " + word(number / 2_744, 4));
    return Vaccinee.of(WrittenNik.of(written), name, birth);
  }

  private static String swapped(String nik) {
    return new StringBuilder(nik.substring(4, 6)).reverse().toString();
  }

  private static String word(int number, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0, rest = number; i < syllables; i++, rest /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return word.toString();
  }
}
