package id.simpul.testkit;

import id.simpul.core.value.Nik;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invents residents: the same ones in the same order for the same seed. Names are strung together
 * from syllables, NIK begin with a province code that was never given out, and phone numbers with a
 * prefix no operator was listed with, so that nobody is meant. Not thread-safe.
 */
public final class TestPeople {
  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");
  // No province has the code 99; Kemendagri's begin with 11 to 97.
  private static final int NO_PROVINCE = 99;
  private static final int WOMAN_DAY_OFFSET = 40;
  private static final String NO_OPERATOR = "+62840";

  private final SplittableRandom random;

  private TestPeople(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * The people of a seed.
   *
   * @param seed any number
   * @return a generator at its beginning
   */
  public static TestPeople of(long seed) {
    return new TestPeople(seed);
  }

  /**
   * Invents one more.
   *
   * @return a person
   */
  public TestPerson next() {
    String first = name(2);
    String last = name(3);
    String mailbox =
        (first + "." + last).toLowerCase(Locale.ROOT) + "." + random.nextInt(1000, 10_000);
    return new TestPerson(
        first,
        last,
        nik(),
        NO_OPERATOR + random.nextInt(1_000_000, 10_000_000),
        mailbox + "@example.id");
  }

  /**
   * Invents a NIK alone.
   *
   * @return a plausible one that was never issued
   */
  public Nik nik() {
    int day = random.nextInt(1, 29) + (random.nextBoolean() ? WOMAN_DAY_OFFSET : 0);
    String digits =
        String.format(
            Locale.ROOT,
            "%02d%04d%02d%02d%02d%04d",
            NO_PROVINCE,
            random.nextInt(10_000),
            day,
            random.nextInt(1, 13),
            random.nextInt(100),
            random.nextInt(1, 10_000));
    return Nik.parse(digits).orElseThrow();
  }

  private String name(int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
