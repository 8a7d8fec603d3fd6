package id.simpul.node.internal.config;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.SignerCertificates;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The key that signs health certificates, and its certificate: two files in the data directory,
 * made when they are missing. Verifiers know the certificate by its digest, so it is kept, and who
 * has one from the country's authority puts it in its place.
 */
final class HealthSigner {
  private static final Duration VALIDITY = Duration.ofDays(5 * 365);
  private static final int MAX_OFFICE_LENGTH = 64;

  private final Path keyFile;
  private final Path certificateFile;
  private final SecureRandom random;

  HealthSigner(Path data, SecureRandom random) {
    keyFile = data.resolve("health-certificate-key.pem");
    certificateFile = data.resolve("health-certificate.der");
    this.random = random;
  }

  NodeHealth.Signer open(String office) {
    if (office.length() > MAX_OFFICE_LENGTH) {
      throw unusable("health-certificates-issuer", "has at most 64 characters");
    }
    SigningKey key = NodeFiles.signingKey(keyFile, SignatureAlgorithm.ES256, random);
    try {
      if (!Files.exists(certificateFile)) {
        OwnerOnly.create(certificateFile, made(key, office).getEncoded());
      }
      byte[] der = Files.readAllBytes(certificateFile);
      return new NodeHealth.Signer(key, SignerCertificates.read(der), office);
    } catch (IOException | CertificateEncodingException e) {
      throw unusable(certificateFile.toString(), "cannot be read or written");
    }
  }

  /** From when its key was made: two processes that start at once make one certificate. */
  private X509Certificate made(SigningKey key, String office) throws IOException {
    Instant from = Files.getLastModifiedTime(keyFile).toInstant();
    return SignerCertificate.selfSigned(key, "ID", office, from, VALIDITY);
  }

  private static ConfigException unusable(String where, String what) {
    return new ConfigException(List.of(new Violation(Violation.UNSUPPORTED, where, what)));
  }
}
