package id.simpul.identity;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.Es256PublicKey;
import id.simpul.identity.internal.crypto.SelfSigned;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * A certificate of a signer of documents, signed by its own key, for a trust list that vouches for
 * it: nobody follows its chain. A network that wants one from its country's authority gets that
 * instead. Immutable, thread-safe.
 */
public final class SignerCertificate {
  /** The longest a certificate is good. */
  public static final Duration MAX_VALIDITY = Duration.ofDays(3650);

  private SignerCertificate() {}

  /**
   * Makes a certificate. The same arguments give one of the same content and number, whose
   * signature differs.
   *
   * @param key a P-256 key, here or in an HSM
   * @param country ISO 3166-1 alpha-2, in capitals
   * @param organisation who signs, 1 to 64 characters (RFC 5280, ub-organization-name)
   * @param from its first second
   * @param validity how long it is good, a day to {@link #MAX_VALIDITY}
   * @return the certificate
   * @throws TrustException {@code KEY_UNUSABLE} when the key is not for ES256
   * @throws IllegalArgumentException when something else is not as above
   */
  public static X509Certificate selfSigned(
      SigningKey key, String country, String organisation, Instant from, Duration validity) {
    Objects.requireNonNull(from, "from");
    if (!country.matches("[A-Z]{2}")
        || organisation.isBlank()
        || organisation.length() > 64
        || validity.compareTo(Duration.ofDays(1)) < 0
        || validity.compareTo(MAX_VALIDITY) > 0) {
      throw new IllegalArgumentException("A certificate has a country, an organisation, and days");
    }
    if (!(key.publicKey() instanceof Es256PublicKey p256)) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, "signer of documents", "is not for ES256", key.keyId());
    }
    Instant first = from.truncatedTo(ChronoUnit.SECONDS);
    byte[] der =
        SelfSigned.certificate(
            key,
            p256,
            new SelfSigned.Names(country, organisation, "document signer"),
            serial(key, first),
            new SelfSigned.Validity(first, first.plus(validity)));
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What was built as a certificate is one", e);
    }
  }

  /** Positive, and of no more than 20 bytes (RFC 5280, section 4.1.2.2). */
  private static BigInteger serial(SigningKey key, Instant from) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((key.keyId() + from).getBytes(StandardCharsets.US_ASCII));
      return new BigInteger(1, Arrays.copyOf(digest, 16)).setBit(1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
