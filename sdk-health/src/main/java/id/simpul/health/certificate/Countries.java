package id.simpul.health.certificate;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The country in the name of a certificate (RFC 5280, appendix A.1, id-at-countryName). */
final class Countries {
  private static final String COUNTRY = "C";
  private static final int CODE_LENGTH = 2;

  private Countries() {}

  /** ISO 3166-1 alpha-2 in capitals, or empty when the subject names none, or several. */
  static Optional<String> of(X509Certificate certificate) {
    try {
      LdapName name = new LdapName(certificate.getSubjectX500Principal().getName());
      var codes =
          name.getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(COUNTRY))
              .map(Rdn::getValue)
              .map(Object::toString)
              .distinct()
              .toList();
      return codes.size() == 1 && codes.get(0).length() == CODE_LENGTH
          ? Optional.of(codes.get(0).toUpperCase(Locale.ROOT))
          : Optional.empty();
    } catch (InvalidNameException e) {
      return Optional.empty(); // a name that is none names no country
    }
  }
}
