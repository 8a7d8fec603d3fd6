package id.simpul.health.certificate;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Reads the certificates of document signers (RFC 5280). Thread-safe. */
public final class SignerCertificates {
  /** The largest certificate in bytes. */
  public static final int MAX_CERTIFICATE_BYTES = 8 * 1024;

  private static final String WHO = "certificate of a document signer";

  private SignerCertificates() {}

  /**
   * Reads one certificate.
   *
   * @param der the bytes, nothing after them
   * @return the certificate, whose chain nobody has checked
   * @throws TrustException {@code MALFORMED} when it is none or too large
   */
  public static X509Certificate read(byte[] der) {
    if (der.length > MAX_CERTIFICATE_BYTES) {
      throw malformed("is larger than " + MAX_CERTIFICATE_BYTES + " bytes");
    }
    ByteArrayInputStream in = new ByteArrayInputStream(der);
    try {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (in.available() > 0) {
        throw malformed("has bytes after its end");
      }
      return certificate;
    } catch (CertificateException e) {
      throw new TrustException(Reason.MALFORMED, WHO, "cannot be read", "DER", e);
    }
  }

  private static TrustException malformed(String what) {
    return new TrustException(Reason.MALFORMED, WHO, what, "certificate");
  }
}
