package id.simpul.health.certificate;

/**
 * The steps of verifying a certificate, in their order: bounded and cheap ones first, cryptography
 * before meaning, meaning before rules. Each kind of certificate takes some of them.
 */
public enum CertificateStep {
  /** The text has a length a QR code can have. */
  INPUT,
  /** The text begins as this kind of certificate does. */
  PREFIX,
  /** The text is the encoding of bytes. */
  ENCODING,
  /** The bytes are no more than a QR code holds. */
  SIZE,
  /** The bytes open to a bounded number of others. */
  INFLATE,
  /** Those are a signed message, by an algorithm that is taken. */
  MESSAGE,
  /** The issuer is one the caller trusts. */
  ISSUER,
  /** The key that is named is known. */
  KEY,
  /** The key is for the algorithm, and the signature has its length. */
  ALGORITHM,
  /** The key signed the message. */
  SIGNATURE,
  /** What the issuer says of the certificate itself can be read. */
  CLAIMS,
  /** It is valid now, and was made while its key was. */
  TIMES,
  /** The key may sign this kind of event. */
  USAGE,
  /** What the issuer says of the person can be read. */
  PAYLOAD,
  /** It was not taken back. */
  REVOCATION
}
