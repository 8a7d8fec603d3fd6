package id.simpul.health.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which events the key of a certificate may sign, by its extended key usage. */
final class KeyUsages {
  // Both forms of the arc were published, and both are in use.
  private static final List<String> ARCS =
      List.of("1.3.6.1.4.1.1847.2021.1.", "1.3.6.1.4.1.0.1847.2021.1.");
  private static final String ANY = "2.5.29.37.0";

  private KeyUsages() {}

  /**
   * RFC 5280, section 4.2.1.12: a certificate that names purposes is good for those alone; one that
   * names none is good for all.
   */
  static Set<EventKind> of(X509Certificate certificate) throws CertificateParsingException {
    List<String> purposes = certificate.getExtendedKeyUsage();
    if (purposes == null || purposes.contains(ANY)) {
      return EnumSet.allOf(EventKind.class);
    }
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (ARCS.stream().anyMatch(arc -> purposes.contains(arc + kind.purpose()))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
