package id.simpul.health.certificate;

import java.util.Set;

/** Vaccines of the value sets for EU Digital COVID Certificates. */
final class EuVaccines {
  /** {@code vaccine-medicinal-product}. */
  static final Set<String> PRODUCTS =
      Set.of(
          "EU/1/20/1507",
          "EU/1/20/1525",
          "EU/1/20/1528",
          "EU/1/21/1529",
          "EU/1/21/1618",
          "EU/1/21/1624",
          "BBIBP-CorV",
          "CoronaVac",
          "Convidecia",
          "Covaxin",
          "Covishield",
          "CVnCoV",
          "EpiVacCorona",
          "Inactivated-SARS-CoV-2-Vero-Cell",
          "Sputnik-V");

  /** {@code vaccine-mah-manf}. */
  static final Set<String> MANUFACTURERS =
      Set.of(
          "ORG-100001417",
          "ORG-100001699",
          "ORG-100001981",
          "ORG-100006270",
          "ORG-100010771",
          "ORG-100013793",
          "ORG-100020693",
          "ORG-100024420",
          "ORG-100030215",
          "ORG-100031184",
          "ORG-100032020",
          "Bharat-Biotech",
          "Gamaleya-Research-Institute",
          "Sinopharm-WeiqidaWuhan",
          "Sinovac-Biotech",
          "Vector-Institute");

  private EuVaccines() {}
}
