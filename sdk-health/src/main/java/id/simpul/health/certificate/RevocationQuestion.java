package id.simpul.health.certificate;

import java.util.Objects;

/**
 * What the lists of revoked EU Digital COVID Certificates are searched by: the signer's key and
 * three digests, each the first 16 bytes of a SHA-256. None of them shows the certificate's number,
 * and {@code toString} shows none of them. Immutable.
 */
public final class RevocationQuestion {
  /** Bytes of a digest. */
  public static final int DIGEST_LENGTH = 16;

  private final Kid kid;
  private final RevocationHash certificateId;
  private final RevocationHash countryAndCertificateId;
  private final RevocationHash signature;

  private RevocationQuestion(
      Kid kid,
      RevocationHash certificateId,
      RevocationHash countryAndCertificateId,
      RevocationHash signature) {
    this.kid = Objects.requireNonNull(kid, "kid");
    this.certificateId = certificateId;
    this.countryAndCertificateId = countryAndCertificateId;
    this.signature = signature;
  }

  /**
   * A question.
   *
   * @param kid the signer's key
   * @param country in whose name it was issued
   * @param certificateId its number
   * @param significant the bytes of the signature that others cannot change: with ECDSA the first
   *     half, because the other half has two forms
   */
  static RevocationQuestion of(Kid kid, String country, String certificateId, byte[] significant) {
    return new RevocationQuestion(
        kid,
        RevocationHash.of(certificateId),
        RevocationHash.of(country + certificateId),
        RevocationHash.of(significant));
  }

  /**
   * The signer's key.
   *
   * @return its name
   */
  public Kid kid() {
    return kid;
  }

  /**
   * The digest of the certificate's number, {@code UCI}.
   *
   * @return {@link #DIGEST_LENGTH} bytes
   */
  public byte[] certificateIdDigest() {
    return certificateId.bytes();
  }

  /**
   * The digest of country and number, {@code COUNTRYCODEUCI}.
   *
   * @return {@link #DIGEST_LENGTH} bytes
   */
  public byte[] countryAndCertificateIdDigest() {
    return countryAndCertificateId.bytes();
  }

  /**
   * The digest of the signature, {@code SIGNATURE}.
   *
   * @return {@link #DIGEST_LENGTH} bytes
   */
  public byte[] signatureDigest() {
    return signature.bytes();
  }

  RevocationHash hash(RevocationBatch.HashType type) {
    return switch (type) {
      case UCI -> certificateId;
      case COUNTRYCODEUCI -> countryAndCertificateId;
      case SIGNATURE -> signature;
    };
  }

  @Override
  public String toString() {
    return "question about a certificate signed by " + kid;
  }
}
