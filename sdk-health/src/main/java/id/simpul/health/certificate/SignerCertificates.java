package id.simpul.health.certificate;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the certificates of document signers (RFC 5280), one by one or as a plain list.
 * Thread-safe.
 */
public final class SignerCertificates {
  /** The largest certificate in bytes. */
  public static final int MAX_CERTIFICATE_BYTES = 8 * 1024;

  /** The largest list in bytes. */
  public static final int MAX_LIST_BYTES = 32 * 1024 * 1024;

  private static final String WHO = "certificate of a document signer";
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

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

  /**
   * Reads a plain list: PEM (RFC 7468, section 5), block after block, or base64 of DER, one
   * certificate a line. Empty lines and lines that begin with {@code #} are passed over. One
   * certificate that cannot be read makes the whole list unusable: a list nobody can read in full
   * is not known to be the one that was meant.
   *
   * @param text ASCII
   * @return the certificates in their order
   * @throws TrustException {@code MALFORMED} when the list is too large or one of it is none
   */
  public static List<X509Certificate> readList(byte[] text) {
    if (text.length > MAX_LIST_BYTES) {
      throw malformed("comes in a list larger than " + MAX_LIST_BYTES + " bytes");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inBlock = false;
    for (String line : new String(text, StandardCharsets.ISO_8859_1).lines().toList()) {
      String content = line.strip();
      if (content.equals(BEGIN) && !inBlock) {
        inBlock = true;
      } else if (content.equals(END) && inBlock) {
        certificates.add(read(base64(block.toString())));
        block.setLength(0);
        inBlock = false;
      } else if (inBlock) {
        block.append(content);
      } else if (!content.isEmpty() && !content.startsWith("#")) {
        certificates.add(read(base64(content)));
      }
    }
    if (inBlock) {
      throw malformed("is cut off");
    }
    return List.copyOf(certificates);
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed("is no base64");
    }
  }

  private static TrustException malformed(String what) {
    return new TrustException(Reason.MALFORMED, WHO, what, "certificate");
  }
}
