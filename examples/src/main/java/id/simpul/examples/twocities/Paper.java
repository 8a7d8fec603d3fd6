package id.simpul.examples.twocities;

import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The certificate on the citizen's phone: Jakarta signs it, and Jambi looks at it without a net.
 */
final class Paper {
  private static final Duration HOLDS = Duration.ofDays(180);

  private final Terminal terminal;
  private final InstantSource clock;
  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  Paper(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Issues it and has it verified; then changes one character of it.
   *
   * @param dose what it says
   * @throws StoryException when Jambi does not believe it, or believes the changed one
   */
  void tell(Vaccinated dose) {
    Instant now = clock.instant();
    X509Certificate signer =
        SignerCertificate.selfSigned(
            key, "ID", "Dinas Kesehatan Jakarta", now.minusSeconds(60), Duration.ofDays(365));
    String text = new HcertIssuer(key, signer, clock).issue(content(dose), HOLDS);
    terminal.step("issued", "by Jakarta: " + text.length() + " characters for a QR code");
    // Jambi fetched this list before; from here on nothing is sent anywhere.
    TrustList list = TrustList.asOf(now).add(signer).build();
    HcertVerifier jambi =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), clock), clock).build();
    Verdict<VerifiedHcert> verdict = jambi.verify(text).verdict();
    require(verdict instanceof Verdict.Valid<VerifiedHcert>, "not believed: " + verdict);
    terminal.step("verified", "offline in Jambi: valid, by the list of signers it had");
    Verdict<VerifiedHcert> forged = jambi.verify(changed(text)).verdict();
    require(forged instanceof Verdict.Invalid<VerifiedHcert>, "a changed one counts: " + forged);
    Verdict.Invalid<VerifiedHcert> refused = (Verdict.Invalid<VerifiedHcert>) forged;
    terminal.step(
        "changed", "one character of it: refused at " + refused.step() + ", " + refused.code());
  }

  private static HcertContent content(Vaccinated dose) {
    HealthEvent event =
        new HealthEvent.Vaccination(
            new HealthEvent.Vaccine("840539006", "J07BX03", "EU/1/21/1529", "ORG-100001699"),
            new HealthEvent.Dose(2, 2),
            dose.date().toString(),
            new HealthEvent.Origin(
                "ID", "Dinas Kesehatan Jakarta", "URN:UVCI:01:ID:31" + uvci(dose)));
    PersonName name = new PersonName(Vaccinated.FAMILY, "TUVOYA", Vaccinated.GIVEN, "KALOMI");
    return new HcertContent(name, Vaccinated.BIRTH.toString(), event);
  }

  // Letters and digits alone stand in a UVCI.
  private static String uvci(Vaccinated dose) {
    return dose.record().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }

  private static String changed(String text) {
    int middle = text.length() / 2;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }

  private static void require(boolean holds, String what) {
    StoryException.require(holds, "the certificate", what, "certificate");
  }
}
