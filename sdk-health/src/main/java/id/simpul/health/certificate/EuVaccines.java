package id.simpul.health.certificate;

import java.util.Set;

/**
 * Vaccines of the value sets for EU Digital COVID Certificates, as ehn-dcc-development has them in
 * {@code eu-dcc-valuesets} at {@code 1d03a38} (guidelines of the eHealth Network, version 1.10),
 * its {@code vaccine-prophylaxis.json} at {@code 7b3c577}, and the two products authorised under
 * new names since (its release 2.9.0, and VidPrevtyn Beta). Codes that went out of use stay,
 * because certificates with them do.
 */
final class EuVaccines {
  /** {@code vaccine-prophylaxis}. */
  static final Set<String> PROPHYLAXES =
      Set.of(
          "1119305005",
          "1119349007",
          "1157024006",
          "1162643001",
          "1187593009",
          "28531000087107",
          "29061000087103",
          "30141000087107",
          "J07BX03");

  /** {@code vaccine-medicinal-product}. */
  static final Set<String> PRODUCTS =
      Set.of(
          "AZD2816",
          "Abdala",
          "BBIBP-CorV",
          "CVnCoV",
          "Convidecia",
          "CoronaVac",
          "Covaxin",
          "CoviVac",
          "Covid-19-adsorvida-inativada",
          "Covid-19-recombinant",
          "Covifenz",
          "Covishield",
          "Covovax",
          "EU/1/20/1507",
          "EU/1/20/1525",
          "EU/1/20/1528",
          "EU/1/21/1529",
          "EU/1/21/1580",
          "EU/1/21/1618",
          "EU/1/21/1624",
          "EpiVacCorona",
          "EpiVacCorona-N",
          "Hayat-Vax",
          "Inactivated-SARS-CoV-2-Vero-Cell",
          "MVC-COV1901",
          "NVSI-06-08",
          "NVX-CoV2373",
          "R-COVI",
          "SCTV01C",
          "Soberana-02",
          "Soberana-Plus",
          "Sputnik-Light",
          "Sputnik-M",
          "Sputnik-V",
          "VLA2001",
          "Vidprevtyn",
          "WIBP-CorV",
          "YS-SC2-010");

  /** {@code vaccine-mah-manf}. */
  static final Set<String> MANUFACTURERS =
      Set.of(
          "Bharat-Biotech",
          "CIGB",
          "Chumakov-Federal-Scientific-Center",
          "Finlay-Institute",
          "Fiocruz",
          "Gamaleya-Research-Institute",
          "Instituto-Butantan",
          "NVSI",
          "ORG-100000788",
          "ORG-100001417",
          "ORG-100001699",
          "ORG-100001981",
          "ORG-100006270",
          "ORG-100007893",
          "ORG-100008549",
          "ORG-100010771",
          "ORG-100013793",
          "ORG-100020693",
          "ORG-100023050",
          "ORG-100024420",
          "ORG-100026614",
          "ORG-100030215",
          "ORG-100031184",
          "ORG-100032020",
          "ORG-100033914",
          "ORG-100036422",
          "Sinopharm-WIBP",
          "Sinovac-Biotech",
          "Vector-Institute",
          "Yisheng-Biopharma");

  private EuVaccines() {}
}
