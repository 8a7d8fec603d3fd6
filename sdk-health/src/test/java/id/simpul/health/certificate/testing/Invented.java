package id.simpul.health.certificate.testing;

import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.HealthEvent.Dose;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Period;
import id.simpul.health.certificate.HealthEvent.Recovery;
import id.simpul.health.certificate.HealthEvent.Result;
import id.simpul.health.certificate.HealthEvent.TestMethod;
import id.simpul.health.certificate.HealthEvent.TestResult;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.HealthEvent.Vaccine;
import id.simpul.health.certificate.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invents what certificates say: the same for the same seed. Names are strung together from
 * syllables, so that nobody is meant.
 */
public final class Invented {
  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");

  private final SplittableRandom random;

  private Invented(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The people of a seed. */
  public static Invented of(long seed) {
    return new Invented(seed);
  }

  /** Somebody who was vaccinated, tested or recovered, in turn. */
  public HcertContent content(int turn) {
    return switch (turn % 3) {
      case 0 -> vaccinated();
      case 1 -> tested();
      default -> recovered();
    };
  }

  /** Somebody who was vaccinated. */
  public HcertContent vaccinated() {
    Vaccine vaccine = new Vaccine("840539006", "J07BX03", "CoronaVac", "Sinovac-Biotech");
    return with(
        new Vaccination(
            vaccine, new Dose(random.nextInt(1, 4), 3), day(2026).toString(), origin()));
  }

  /** Somebody who was tested. */
  public HcertContent tested() {
    TestMethod method = new TestMethod("840539006", "LP6464-4", "Uji Usap", null);
    Result result =
        new Result(day(2026) + "T08:30:00+07:00", Result.NOT_DETECTED, "Puskesmas " + word(2));
    return with(new TestResult(method, result, origin()));
  }

  /** Somebody who recovered. */
  public HcertContent recovered() {
    LocalDate first = day(2026);
    Period period =
        new Period(first.toString(), first.plusDays(11).toString(), first.plusDays(180).toString());
    return with(new Recovery("840539006", period, origin()));
  }

  private HcertContent with(HealthEvent event) {
    String family = word(3);
    String given = word(2);
    PersonName name = new PersonName(family, upper(family), given, upper(given));
    return new HcertContent(name, day(random.nextInt(1930, 2020)).toString(), event);
  }

  private Origin origin() {
    String number = Long.toString(random.nextLong(1L << 40), 36).toUpperCase(Locale.ROOT);
    return new Origin("ID", "Dinas Kesehatan Uji", "URN:UVCI:01:ID:" + number + "#" + word(1));
  }

  private LocalDate day(int year) {
    return LocalDate.of(year, 1, 1).plusDays(random.nextInt(150));
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }
}
