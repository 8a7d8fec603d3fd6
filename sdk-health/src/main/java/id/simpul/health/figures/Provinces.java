package id.simpul.health.figures;

import id.simpul.core.value.RegionCode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The 34 provinces there were until 2022, by the names the ministry's figures had. Codes are of
 * Permendagri 72/2019, because Papua of that time is not Papua of today.
 */
final class Provinces {
  static final String EDITION = "2019";

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("ACEH", "11"),
          Map.entry("SUMATERA UTARA", "12"),
          Map.entry("SUMATERA BARAT", "13"),
          Map.entry("RIAU", "14"),
          Map.entry("JAMBI", "15"),
          Map.entry("SUMATERA SELATAN", "16"),
          Map.entry("BENGKULU", "17"),
          Map.entry("LAMPUNG", "18"),
          Map.entry("KEPULAUAN BANGKA BELITUNG", "19"),
          Map.entry("KEPULAUAN RIAU", "21"),
          Map.entry("DKI JAKARTA", "31"),
          Map.entry("JAWA BARAT", "32"),
          Map.entry("JAWA TENGAH", "33"),
          Map.entry("DAERAH ISTIMEWA YOGYAKARTA", "34"),
          Map.entry("JAWA TIMUR", "35"),
          Map.entry("BANTEN", "36"),
          Map.entry("BALI", "51"),
          Map.entry("NUSA TENGGARA BARAT", "52"),
          Map.entry("NUSA TENGGARA TIMUR", "53"),
          Map.entry("KALIMANTAN BARAT", "61"),
          Map.entry("KALIMANTAN TENGAH", "62"),
          Map.entry("KALIMANTAN SELATAN", "63"),
          Map.entry("KALIMANTAN TIMUR", "64"),
          Map.entry("KALIMANTAN UTARA", "65"),
          Map.entry("SULAWESI UTARA", "71"),
          Map.entry("SULAWESI TENGAH", "72"),
          Map.entry("SULAWESI SELATAN", "73"),
          Map.entry("SULAWESI TENGGARA", "74"),
          Map.entry("GORONTALO", "75"),
          Map.entry("SULAWESI BARAT", "76"),
          Map.entry("MALUKU", "81"),
          Map.entry("MALUKU UTARA", "82"),
          Map.entry("PAPUA", "91"),
          Map.entry("PAPUA BARAT", "92"));

  private Provinces() {}

  /** The province of a name, with spaces or underscores. */
  static Optional<RegionCode> named(String name) {
    String plain = name.trim().replace('_', ' ').toUpperCase(Locale.ROOT);
    return Optional.ofNullable(CODES.get(plain))
        .map(code -> new RegionCode(RegionCode.Scheme.KEMENDAGRI, EDITION, code));
  }
}
