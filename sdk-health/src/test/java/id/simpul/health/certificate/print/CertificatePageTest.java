package id.simpul.health.certificate.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.HealthEvent.Dose;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.HealthEvent.Vaccine;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePageTest {
  /** Half past ten at night in London is the next day in Jakarta. */
  private static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");

  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Signer SIGNER = Signer.indonesian();
  private static final HcertIssuer ISSUER =
      new HcertIssuer(SIGNER.signingKey(), SIGNER.certificate(), CLOCK);
  private static final HcertVerifier VERIFIER =
      HcertVerifier.builder(
              new TrustListHolder(
                  TrustList.asOf(NOW).add(SIGNER.certificate()).build(), Duration.ofDays(1), CLOCK),
              CLOCK)
          .build();

  private static CertificatePage page(HcertContent content) {
    return CertificatePage.of(ISSUER.issue(content, Duration.ofDays(180)), VERIFIER);
  }

  private static HcertContent vaccinated(PersonName name, String issuer) {
    HealthEvent event =
        new Vaccination(
            new Vaccine("840539006", "J07BX03", "CoronaVac", "Sinovac-Biotech"),
            new Dose(2, 3),
            "2026-02-03",
            new Origin("ID", issuer, "URN:UVCI:01:ID:UJI1#A"));
    return new HcertContent(name, "1980-05", event);
  }

  private static HcertContent vaccinated() {
    return vaccinated(new PersonName("Badu", "BADU", "Kalo", "KALO"), "Dinas Kesehatan Uji");
  }

  @Test
  void html_vaccination_isSaidInBothLanguages() {
    String html = page(vaccinated()).withContact("Dinas Kesehatan Uji, 0741 000000").html();
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"id\">")
        .contains("Sertifikat Vaksinasi <span class=\"en\" lang=\"en\">Vaccination certificate")
        .contains("<dd class=\"name\">Kalo Badu</dd>")
        .contains("Mei 1980 <span class=\"en\" lang=\"en\">May 1980</span>")
        .contains("2 dari 3 <span class=\"en\" lang=\"en\">2 of 3</span>")
        .contains("3 Februari 2026 <span class=\"en\" lang=\"en\">3 February 2026</span>")
        .contains("<dd>CoronaVac</dd>")
        .contains("<dd>Sinovac Biotech</dd>")
        .contains("<dd>COVID-19</dd>")
        .contains("Indonesia")
        .contains("URN:UVCI:01:ID:UJI1#A")
        .contains("<b>Dinas Kesehatan Uji, 0741 000000</b>")
        .contains("<svg ");
  }

  @Test
  void html_days_areThoseOfThePlace() {
    CertificatePage page = page(vaccinated());
    assertThat(page.html()).contains("22 November 2026").contains("21 Mei 2027");
    assertThat(page.in(ZoneId.of("UTC")).html()).contains("21 November 2026");
  }

  /** Nothing of a stranger's text is markup, and nothing is loaded or run. */
  @Test
  void html_namesWithMarkup_areText() {
    PersonName name =
        new PersonName("<img src=x onerror=alert(1)>", "BADU", "\"Kalo' & \u202Egnp", "KALO");
    String html = page(vaccinated(name, "</dd><script>alert(1)</script>")).html();
    assertThat(html)
        .contains("&quot;Kalo&#39; &amp; \uFFFDgnp &lt;img src=x onerror=alert(1)&gt;")
        .contains("&lt;/dd&gt;&lt;script&gt;")
        .doesNotContain("<script", "<img", "<link", "href=", "url(", "@import", "\u202E")
        .contains("default-src 'none'");
    String withContact = page(vaccinated()).withContact("<b>x</b>").html();
    assertThat(withContact).contains("<b>&lt;b&gt;x&lt;/b&gt;</b>");
    assertThat(html.replaceAll("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }

  @Test
  void html_eachKindOfEvent_hasItsTitleAndRows() {
    Invented people = Invented.of(5);
    assertThat(page(people.content(1)).html())
        .contains("Sertifikat Hasil Uji")
        .contains("Tidak terdeteksi (negatif)")
        .contains("08:30 UTC+07:00")
        .contains("Uji molekuler (PCR)")
        .contains("Puskesmas");
    assertThat(page(people.content(2)).html())
        .contains("Sertifikat Pemulihan")
        .contains("Dianggap pulih sampai");
  }

  @Test
  void of_certificateThatIsNotValid_hasNoPage() {
    String text = ISSUER.issue(vaccinated(), Duration.ofDays(180));
    for (String other : new String[] {"HC1:", text.substring(0, 40), "planted"}) {
      assertThatThrownBy(() -> CertificatePage.of(other, VERIFIER))
          .isInstanceOf(ValidationException.class)
          .hasMessageNotContaining("planted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withContact_nobody_isRefused(String contact) {
    CertificatePage page = page(vaccinated());
    assertThatThrownBy(() -> page.withContact(contact))
        .isInstanceOf(IllegalArgumentException.class);
    String longest = "a".repeat(CertificatePage.MAX_CONTACT_LENGTH);
    assertThat(page.withContact(longest).html()).contains(longest);
    assertThatThrownBy(() -> page.withContact(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'',tidak diketahui",
    "1980,1980",
    "1980-05,Mei 1980",
    "1980-05-06,6 Mei 1980",
    "1980-05-06T00:00:00Z,6 Mei 1980",
    "1980-99,1980-99",
    "19,19"
  })
  void ofCertificate_partsOfADay_areWhatIsKnown(String date, String shown) {
    assertThat(Days.ofCertificate(date).indonesian()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03,3 Februari 2026",
    "2026-02-03T08:30:00Z,'3 Februari 2026, 08:30 UTC'",
    "2026-02-03T08:30:00.5+07:00,'3 Februari 2026, 08:30 UTC+07:00'",
    "2026-02-03T08:30:00,'3 Februari 2026, 08:30'"
  })
  void withTime_sample_saysItsTimeAndOffset(String date, String shown) {
    assertThat(Days.withTime(date).indonesian()).isEqualTo(shown);
  }

  @Test
  void name_withoutWrittenNames_isThePassports() {
    assertThat(CertificatePage.name(new PersonName(null, "BADU<KALO", null, null)))
        .isEqualTo("BADU KALO");
    assertThat(CertificatePage.name(new PersonName(" ", "", "Kalo", "KALO"))).isEqualTo("Kalo");
  }

  @Test
  void toString_page_showsNobody() {
    assertThat(page(vaccinated())).asString().doesNotContain("Badu").startsWith("page of a");
  }

  /** For looking at, in the folder of what was built. */
  @Test
  void html_longestTexts_areAPageToLookAt() throws IOException {
    String longest =
        "Kementerian Kesehatan Republik Indonesia melalui Dinas Kesehatan Uji Coba Kota";
    PersonName name =
        new PersonName(
            "Badukalominapera Situvowiyazo", "BADUKALOMINAPERA<SITUVOWIYAZO",
            "Wiyazobadukalo Minaperasitu", "WIYAZOBADUKALO<MINAPERASITU");
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Path file = folder.resolve("vaccination-long.html");
    Files.writeString(file, page(vaccinated(name, longest)).withContact(longest).html());
    Files.writeString(folder.resolve("vaccination.html"), page(vaccinated()).html());
    Files.writeString(folder.resolve("test.html"), page(Invented.of(5).content(1)).html());
    Files.writeString(folder.resolve("recovery.html"), page(Invented.of(5).content(2)).html());
    assertThat(file).isNotEmptyFile();
  }
}
