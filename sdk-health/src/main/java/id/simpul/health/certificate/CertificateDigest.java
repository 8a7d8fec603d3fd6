package id.simpul.health.certificate;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;

/**
 * What tells one certificate from another: the SHA-256 of it.
 *
 * @param value 32 bytes, read only
 */
record CertificateDigest(ByteBuffer value) {
  static CertificateDigest of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new CertificateDigest(ByteBuffer.wrap(digest).asReadOnlyBuffer());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A certificate that was read can be encoded", e);
    }
  }
}
