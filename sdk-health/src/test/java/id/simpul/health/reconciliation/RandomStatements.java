package id.simpul.health.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes statements by chance from a seed, so few different ones of everything that they meet,
 * contradict each other and chain in every way.
 */
final class RandomStatements {
  private static final List<String> NAMES =
      List.of(
          "Kalomi Tuvoya",
          "Kalomi Tuvoya",
          "Kalomi Tuvoya",
          "K Tuvoya",
          "Kalomi Tuvoyo",
          "Rasi Ba");

  private final SplittableRandom random;

  RandomStatements(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Up to so many statements. */
  List<DoseStatement> some(int most) {
    List<DoseStatement> statements = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      statements.add(next());
    }
    return statements;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  DoseStatement next() {
    Register register = oneOf(List.of(Register.values()));
    int version = random.nextInt(2);
    RecordVersion read =
        new RecordVersion("v" + random.nextInt(2), Statements.MONDAY.plusSeconds(version));
    DoseStatement.Builder statement =
        DoseStatement.builder(register, "record-" + random.nextInt(8), read, person())
            .group(oneIn(8) ? new VaccineGroup("VG1") : Statements.GROUP)
            .date(Statements.DAY.plusDays(random.nextInt(3)))
            .lot(oneIn(3) ? null : "LOT" + (oneIn(4) ? 1 : 0))
            .location(oneIn(2) ? null : "place " + (oneIn(4) ? 1 : 0))
            .expiry(oneIn(2) ? null : LocalDate.of(2022, 1, oneIn(4) ? 2 : 1))
            .originator(oneIn(4) ? null : Register.REGIONAL);
    if (!oneIn(4)) {
      statement.doseNumber(1 + random.nextInt(2));
    }
    if (oneIn(8)) {
      statement.status(oneOf(List.of(DoseStatus.values())));
    }
    if (oneIn(4)) {
      statement.identifiers(List.of(new DoseIdentifier("urn:x", "id-" + random.nextInt(4))));
    }
    return statement.build();
  }

  private Vaccinee person() {
    LocalDate birth = Persons.birth(oneIn(4) ? 1 : 0);
    LocalDate known = oneIn(6) ? null : birth;
    return oneIn(6)
        ? Vaccinee.withoutNik(oneOf(NAMES), known)
        : Vaccinee.of(WrittenNik.of(nik()), oneOf(NAMES), known);
  }

  private String nik() {
    int number = oneIn(4) ? 1 : 0;
    String nik = Persons.nik(number, Persons.birth(number));
    return switch (random.nextInt(8)) {
      case 0 -> Persons.mistyped(nik);
      case 1 -> nik.substring(0, 8) + "99" + nik.substring(10);
      case 2 -> nik.substring(0, 6) + " " + nik.substring(6);
      default -> nik;
    };
  }
}
