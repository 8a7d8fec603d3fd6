package id.simpul.benchmarks.certificate;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A document signer's P-256 key, and its certificate. */
final class Signer {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration VALIDITY = Duration.ofDays(730);

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  /** Made once, because its digest is the key's name. */
  private final X509Certificate certificate =
      SignerCertificate.selfSigned(key, Hcerts.COUNTRY, "Penerbit Contoh", FROM, VALIDITY);

  SigningKey key() {
    return key;
  }

  PublicJwk publicKey() {
    return PublicJwk.of(key.publicKey());
  }

  X509Certificate certificate() {
    return certificate;
  }
}
