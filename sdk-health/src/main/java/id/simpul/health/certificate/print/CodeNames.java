package id.simpul.health.certificate.print;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What codes of certificates are called, for people: the names of the eHealth Network's value sets.
 * A code nobody here has a name for is shown as it is.
 */
final class CodeNames {
  private static final Map<String, Words> DISEASES = Map.of("840539006", Words.same("COVID-19"));

  private static final Map<String, Words> KINDS =
      Map.of(
          "1119349007", new Words("Vaksin mRNA", "mRNA vaccine"),
          "1119305005", new Words("Vaksin antigen", "Antigen vaccine"),
          "J07BX03", new Words("Vaksin COVID-19", "COVID-19 vaccine"),
          "1157024006", new Words("Vaksin virus utuh inaktif", "Inactivated whole virus vaccine"),
          "29061000087103", new Words("Vaksin vektor virus", "Viral vector vaccine"),
          "28531000087107", new Words("Vaksin COVID-19", "COVID-19 vaccine"));

  private static final Map<String, String> PRODUCTS =
      Map.of(
          "EU/1/20/1528", "Comirnaty",
          "EU/1/20/1507", "Spikevax",
          "EU/1/21/1529", "Vaxzevria",
          "EU/1/20/1525", "Jcovden",
          "EU/1/21/1618", "Nuvaxovid",
          "EU/1/21/1624", "COVID-19 Vaccine Valneva",
          "EU/1/21/1580", "VidPrevtyn Beta");

  private static final Map<String, String> MAKERS =
      Map.ofEntries(
          Map.entry("ORG-100001699", "AstraZeneca AB"),
          Map.entry("ORG-100030215", "Biontech Manufacturing GmbH"),
          Map.entry("ORG-100001417", "Janssen-Cilag International"),
          Map.entry("ORG-100031184", "Moderna Biotech Spain S.L."),
          Map.entry("ORG-100006270", "Curevac AG"),
          Map.entry("ORG-100013793", "CanSino Biologics"),
          Map.entry("ORG-100020693", "Sinopharm (Beijing)"),
          Map.entry("ORG-100010771", "Sinopharm Weiqida Europe"),
          Map.entry("ORG-100024420", "Sinopharm Zhijun (Shenzhen)"),
          Map.entry("ORG-100032020", "Novavax CZ a.s."),
          Map.entry("ORG-100001981", "Serum Institute of India"));

  private static final Map<String, Words> TESTS =
      Map.of(
          "LP6464-4", new Words("Uji molekuler (PCR)", "Molecular test (NAAT)"),
          "LP217198-3", new Words("Uji cepat antigen", "Rapid antigen test"));

  private static final Map<String, Words> RESULTS =
      Map.of(
          "260415000", new Words("Tidak terdeteksi (negatif)", "Not detected (negative)"),
          "260373001", new Words("Terdeteksi (positif)", "Detected (positive)"));

  private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private CodeNames() {}

  static Words disease(String code) {
    return DISEASES.getOrDefault(code, Words.same(code));
  }

  static Words kind(String code) {
    return KINDS.getOrDefault(code, Words.same(code));
  }

  /** Temporary codes of products are names already, with hyphens for spaces. */
  static Words product(String code) {
    return Words.same(PRODUCTS.getOrDefault(code, code));
  }

  static Words maker(String code) {
    return Words.same(MAKERS.getOrDefault(code, code.replace('-', ' ')));
  }

  static Words test(String code) {
    return TESTS.getOrDefault(code, Words.same(code));
  }

  static Words result(String code) {
    return RESULTS.getOrDefault(code, Words.same(code));
  }

  static Words country(String code) {
    if (!COUNTRIES.contains(code)) {
      return Words.same(code);
    }
    Locale country = new Locale.Builder().setRegion(code).build();
    return new Words(
        country.getDisplayCountry(INDONESIAN), country.getDisplayCountry(Locale.ENGLISH));
  }
}
