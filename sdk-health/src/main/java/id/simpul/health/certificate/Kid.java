package id.simpul.health.certificate;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * The name of a signer's key in a health certificate: the first 8 bytes of the SHA-256 of its
 * certificate (electronic health certificates, section 3.3.3). Two keys may have one name.
 *
 * @param value the 8 bytes, big-endian
 */
public record Kid(long value) {
  /** Bytes of a name. */
  public static final int LENGTH = Long.BYTES;

  /**
   * The name in some bytes.
   *
   * @param bytes any bytes
   * @return the name, or empty when they are not {@link #LENGTH}
   */
  public static Optional<Kid> of(byte[] bytes) {
    return bytes.length == LENGTH
        ? Optional.of(new Kid(ByteBuffer.wrap(bytes).getLong()))
        : Optional.empty();
  }

  /**
   * The name of a certificate's key.
   *
   * @param certificate the certificate of a document signer
   * @return its name
   */
  public static Kid of(X509Certificate certificate) {
    return new Kid(CertificateDigest.of(certificate).value().getLong(0));
  }

  /**
   * The name as bytes.
   *
   * @return {@link #LENGTH} bytes
   */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(value).array();
  }

  /** Base64, as lists of keys write it. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes());
  }
}
