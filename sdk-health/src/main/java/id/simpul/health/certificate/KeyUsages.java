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
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String ANY = "2.5.29.37.0";

  private KeyUsages() {}

  /**
   * Electronic health certificates, on extended key usage: the purposes of health certificates
   * constrain a key when one or more of them are present. Other purposes alone constrain it when
   * they are critical (X.509, on extKeyUsage: critical ones are the only ones, others advice);
   * signers of the EU have certificates with the purposes of a server that are not.
   */
  static Set<EventKind> of(X509Certificate certificate) throws CertificateParsingException {
    List<String> purposes = certificate.getExtendedKeyUsage();
    if (purposes == null
        || purposes.contains(ANY)
        || (!isCritical(certificate) && purposes.stream().noneMatch(KeyUsages::isOurs))) {
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

  private static boolean isCritical(X509Certificate certificate) {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical != null && critical.contains(EXTENDED_KEY_USAGE);
  }

  private static boolean isOurs(String purpose) {
    return ARCS.stream().anyMatch(purpose::startsWith);
  }
}
