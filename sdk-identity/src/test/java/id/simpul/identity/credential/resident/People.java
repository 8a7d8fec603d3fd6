package id.simpul.identity.credential.resident;

import id.simpul.core.value.Nik;
import id.simpul.core.value.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invents residents. Names are strung together from syllables and NIK begin with a province code
 * that was never given out, so that nobody is meant.
 */
final class People {
  static final RegionCode KOTA_JAMBI = region("15.71");
  static final RegionCode VILLAGE = region("15.71.01.1001");

  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");

  private final Random random;

  People(long seed) {
    random = new Random(seed);
  }

  static RegionCode region(String code) {
    return new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", code);
  }

  Resident.Builder next() {
    return Resident.builder()
        .nik(nik())
        .name(name() + " " + name())
        .birthDate(LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 15))
        .address("Jalan " + name() + " No. " + (1 + random.nextInt(200)))
        .region(VILLAGE);
  }

  private Nik nik() {
    String digits =
        String.format(
            Locale.ROOT,
            "99%04d%02d%02d%02d%04d",
            random.nextInt(10_000),
            1 + random.nextInt(28),
            1 + random.nextInt(12),
            random.nextInt(100),
            1 + random.nextInt(9999));
    return Nik.parse(digits).orElseThrow();
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
