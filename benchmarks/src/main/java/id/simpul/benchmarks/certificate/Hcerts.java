package id.simpul.benchmarks.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HealthEvent.Dose;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.HealthEvent.Vaccine;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One signer, and certificates of invented people that it signed. Immutable. */
final class Hcerts {
  static final String PREFIX = "HC1:";
  static final String COUNTRY = "ID";
  static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private static final Duration VALIDITY = Duration.ofDays(180);
  private static final int MOST_BYTES = 16 * 1024;

  private final Signer signer = new Signer();

  Signer signer() {
    return signer;
  }

  /** What every contender has to accept. */
  String valid() {
    return issued(NOW);
  }

  /** One that was good last year. */
  String expired() {
    return issued(Instant.parse("2026-01-02T00:00:00Z"));
  }

  /** The same with one bit of the signature changed, which stands last. */
  static String forged(String text) {
    byte[] message = message(text);
    message[message.length - 1] ^= 1;
    return PREFIX + Base45.encode(Deflate.ZLIB.deflate(message));
  }

  /** The message in a text. */
  static byte[] message(String text) {
    try {
      byte[] compressed = Base45.decode(text.substring(PREFIX.length()));
      return Deflate.ZLIB.inflate(compressed, MOST_BYTES);
    } catch (FormatException e) {
      throw new IllegalArgumentException("Not a text that was issued", e);
    }
  }

  private String issued(Instant at) {
    HcertIssuer issuer =
        new HcertIssuer(signer.key(), signer.certificate(), InstantSource.fixed(at));
    Vaccine vaccine = new Vaccine("840539006", "J07BX03", "CoronaVac", "Sinovac-Biotech");
    Origin origin = new Origin(COUNTRY, "Dinas Kesehatan Contoh", "URN:UVCI:01:ID:7A2KQ0ZB3#X");
    Vaccination event = new Vaccination(vaccine, new Dose(2, 3), "2025-12-03", origin);
    PersonName name = new PersonName("Nakalo", "NAKALO", "Badu", "BADU");
    return issuer.issue(new HcertContent(name, "1980-05-06", event), VALIDITY);
  }
}
