package id.simpul.health.certificate;

import id.simpul.identity.CryptoProviders;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key whose certificates are believed, and how far. Immutable, thread-safe; equal to itself
 * alone.
 */
public final class TrustedKey {
  private final DocumentKey key;
  private final @Nullable String country;
  private final @Nullable Instant notBefore;
  private final @Nullable Instant notAfter;
  private final Set<EventKind> usages;
  private final @Nullable CertificateDigest certificate;

  private TrustedKey(
      DocumentKey key,
      @Nullable String country,
      @Nullable Instant notBefore,
      @Nullable Instant notAfter,
      Set<EventKind> usages,
      @Nullable CertificateDigest certificate) {
    this.key = Objects.requireNonNull(key, "key");
    this.country = country;
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    this.usages = Set.copyOf(usages);
    this.certificate = certificate;
  }

  /**
   * The key of a document signer's certificate, with the country, the time and the events the
   * certificate gives it. Whether to trust the certificate was decided by whoever put it on a list.
   *
   * @param certificate the certificate
   * @return the key
   * @throws TrustException {@code KEY_UNUSABLE} when its key is none that is taken; {@code
   *     MALFORMED} when its extended key usage cannot be read
   */
  public static TrustedKey of(X509Certificate certificate) {
    try {
      return new TrustedKey(
          DocumentKey.of(certificate.getPublicKey()),
          Countries.of(certificate).orElse(null),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          KeyUsages.of(certificate),
          CertificateDigest.of(certificate));
    } catch (CertificateParsingException e) {
      throw new TrustException(
          Reason.MALFORMED, "certificate", "cannot be read", "extended key usage", e);
    }
  }

  /**
   * A key that came without a certificate: good for every event, at any time.
   *
   * @param key the key
   * @param country ISO 3166-1 alpha-2 in capitals, or null when nobody says
   * @return the key
   */
  public static TrustedKey of(DocumentKey key, @Nullable String country) {
    return new TrustedKey(key, country, null, null, EnumSet.allOf(EventKind.class), null);
  }

  /** The same key as one of a country, which somebody else than its certificate names. */
  TrustedKey of(String other) {
    return new TrustedKey(key, other, notBefore, notAfter, usages, certificate);
  }

  /** Whether both came with the same certificate, for the same country. */
  boolean isSame(TrustedKey other) {
    return certificate != null
        && certificate.equals(other.certificate)
        && country().equals(other.country());
  }

  /** Whether it came without a certificate, so that nothing ties it to its name. */
  boolean isBare() {
    return notBefore == null;
  }

  /**
   * The same key in the hands of a faster library.
   *
   * @param providers which library computes what
   * @return a copy
   */
  public TrustedKey bind(CryptoProviders providers) {
    return new TrustedKey(key.bind(providers), country, notBefore, notAfter, usages, certificate);
  }

  /**
   * What verifies.
   *
   * @return the key
   */
  public DocumentKey key() {
    return key;
  }

  /**
   * Whose key it is.
   *
   * @return ISO 3166-1 alpha-2 in capitals, or empty when nobody says
   */
  public Optional<String> country() {
    return Optional.ofNullable(country);
  }

  /**
   * From when on it signs.
   *
   * @return the first instant, or empty when nobody says
   */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /**
   * Until when what it signs is good.
   *
   * @return the last instant, or empty when nobody says
   */
  public Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  /**
   * What it may sign.
   *
   * @return kinds of events, perhaps none
   */
  public Set<EventKind> usages() {
    return usages;
  }

  @Override
  public String toString() {
    return key + country().map(c -> " of " + c).orElse("");
  }
}
