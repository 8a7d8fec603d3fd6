package id.simpul.health.certificate.print;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.health.certificate.qr.QrCode;
import id.simpul.health.certificate.qr.QrException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a health certificate for people, in Indonesian and English: who it is about, what
 * happened, and the QR code that proves it. It fits on a sheet of A4, prints in black and white,
 * reads on a phone, has no script and loads nothing. It is made of a certificate that was verified
 * and says nothing its code does not say. {@code toString} shows nobody. Immutable, thread-safe.
 */
public final class CertificatePage {
  /** Where a day of the page is one: western Indonesia, unless another place is named. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Jakarta");

  /** The most characters of whom to ask. */
  public static final int MAX_CONTACT_LENGTH = 200;

  private final VerifiedHcert certificate;
  private final QrCode code;
  private final ZoneId zone;
  private final @Nullable String contact;

  private CertificatePage(
      VerifiedHcert certificate, QrCode code, ZoneId zone, @Nullable String contact) {
    this.certificate = certificate;
    this.code = code;
    this.zone = zone;
    this.contact = contact;
  }

  /**
   * A page of a certificate.
   *
   * @param text the certificate, {@code HC1:} and so on
   * @param verifier verifies it once more, so that no page shows what its code does not prove
   * @return the page
   * @throws ValidationException when the certificate is not valid, by its verdict
   * @throws QrException without ZXing, or when no code holds it
   */
  public static CertificatePage of(String text, HcertVerifier verifier) {
    var verification = verifier.verify(text);
    VerifiedHcert certificate =
        verification
            .certificate()
            .orElseThrow(() ->
                new ValidationException(
                    "health certificate",
                    List.of(
                        new Violation(
                            Violation.CONFLICT, "text", "is not valid: " + verification))));
    return new CertificatePage(
        certificate, QrCode.ofHealthCertificate(text.strip()), DEFAULT_ZONE, null);
  }

  /**
   * This page with days of another place.
   *
   * @param other the zone of the place
   * @return a copy
   */
  public CertificatePage in(ZoneId other) {
    return new CertificatePage(certificate, code, Objects.requireNonNull(other, "other"), contact);
  }

  /**
   * This page with whom to ask when something on it is wrong.
   *
   * @param office a name and how to reach it, 1 to {@link #MAX_CONTACT_LENGTH} characters
   * @return a copy
   * @throws IllegalArgumentException for another length
   */
  public CertificatePage withContact(String office) {
    if (office.isBlank() || office.length() > MAX_CONTACT_LENGTH) {
      throw new IllegalArgumentException("Whom to ask is said in some words");
    }
    return new CertificatePage(certificate, code, zone, office);
  }

  /**
   * The page.
   *
   * @return a whole HTML document, to be sent as UTF-8
   */
  public String html() {
    Words title = EventRows.title(certificate.content().event());
    StringBuilder html = new StringBuilder(16 * 1024);
    html.append("<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
        .append(Words.escaped(title.indonesian()))
        .append("</title>\n<style>\n")
        .append(PageStyle.CSS)
        .append("</style>\n</head>\n<body>\n<main>\n<header><h1>")
        .append(title.html())
        .append("</h1></header>\n<div class=\"top\">\n<figure class=\"qr\">")
        .append(code.toSvg("Kode QR sertifikat ini / QR code of this certificate"))
        .append("</figure>\n");
    person(html);
    html.append("</div>\n<dl class=\"event\">\n");
    for (EventRows.Row row : EventRows.of(certificate.content().event())) {
      html.append("<div><dt>").append(row.label().html()).append("</dt><dd>");
      html.append(row.value().html()).append("</dd></div>\n");
    }
    html.append("</dl>\n");
    footer(html);
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void person(StringBuilder html) {
    html.append("<dl class=\"person\">\n<dt>")
        .append(new Words("Nama", "Name").html())
        .append("</dt><dd class=\"name\">")
        .append(Words.escaped(name(certificate.content().name())))
        .append("</dd>\n");
    line(html, "Tanggal lahir", "Date of birth", birth());
    line(
        html,
        "Diterbitkan",
        "Issued on",
        Days.of(certificate.issuedAt().atZone(zone).toLocalDate()));
    line(
        html,
        "Berlaku sampai",
        "Valid until",
        Days.of(certificate.expiresAt().atZone(zone).toLocalDate()));
    html.append("</dl>\n");
  }

  private Words birth() {
    return Days.ofCertificate(certificate.content().dateOfBirth());
  }

  private static void line(StringBuilder html, String indonesian, String english, Words value) {
    html.append("<dt>").append(new Words(indonesian, english).html()).append("</dt><dd>");
    html.append(value.html()).append("</dd>\n");
  }

  /** Given name first, as it is written; without one, as a passport's machine-readable zone. */
  static String name(PersonName name) {
    String given = part(name.given(), name.standardisedGiven());
    String family = part(name.family(), name.standardisedFamily());
    return (given + " " + family).strip();
  }

  private static String part(@Nullable String written, @Nullable String standardised) {
    if (written != null && !written.isBlank()) {
      return written.strip();
    }
    return standardised == null ? "" : standardised.replace('<', ' ').strip();
  }

  private void footer(StringBuilder html) {
    html.append("<footer>\n");
    paragraph(
        html,
        "Kode QR di halaman ini adalah sertifikatnya. Siapa pun dapat memeriksanya dengan aplikasi"
            + " pemeriksa, tanpa internet. Cocokkan nama dan tanggal lahir dengan kartu identitas.",
        "The QR code on this page is the certificate. Anybody can check it with a verifier app,"
            + " offline. Compare name and date of birth with an identity document.");
    paragraph(
        html,
        "Kode ini memuat data pribadi. Jangan unggah fotonya ke media sosial.",
        "The code holds personal data. Do not post a picture of it.");
    if (contact != null) {
      Words wrong = new Words("Ada yang salah? Hubungi", "Something wrong? Contact");
      html.append("<p>").append(Words.escaped(wrong.indonesian())).append(" / <i lang=\"en\">");
      html.append(Words.escaped(wrong.english())).append("</i>: <b>");
      html.append(Words.escaped(contact)).append("</b></p>\n");
    }
    html.append("</footer>\n");
  }

  private static void paragraph(StringBuilder html, String indonesian, String english) {
    html.append("<p>").append(new Words(indonesian, english).html()).append("</p>\n");
  }

  @Override
  public String toString() {
    return "page of a " + certificate;
  }
}
