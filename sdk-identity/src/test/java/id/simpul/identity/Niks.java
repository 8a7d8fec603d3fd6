package id.simpul.identity;

import id.simpul.core.value.Nik;
import java.util.Random;

/** Invents NIKs of a district that does not exist. */
final class Niks {
  private static final String DISTRICT = "999999";

  private Niks() {}

  static Nik any(Random random) {
    int day = 1 + random.nextInt(28) + (random.nextBoolean() ? 40 : 0);
    int month = 1 + random.nextInt(12);
    return Nik.parse(
            "%s%02d%02d%02d%04d"
                .formatted(DISTRICT, day, month, random.nextInt(100), 1 + random.nextInt(9999)))
        .orElseThrow();
  }
}
