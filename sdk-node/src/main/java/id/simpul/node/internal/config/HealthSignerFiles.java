package id.simpul.node.internal.config;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.SignerCertificates;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeHealth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that sign health certificates, and their certificates: files in the data directory. The
 * first pair is made when there is none. Which key is of which certificate follows from the keys,
 * not from names, so that who has a certificate from the country's authority puts it beside the
 * others. A certificate without its key is published and signs nothing.
 *
 * <p>Verifiers know a certificate by its digest, so none is ever replaced.
 */
public final class HealthSignerFiles {
  /** The most files of either kind. */
  public static final int MAX_FILES = 32;

  /** How long a certificate made here is good. */
  public static final Duration VALIDITY = Duration.ofDays(5 * 365);

  private static final int MAX_OFFICE_LENGTH = 64;
  private static final int NAME_LENGTH = 8;
  private static final String KEY = "health-certificate-key";
  private static final String CERTIFICATE = "health-certificate";
  private static final byte[] PROBE =
      "is this certificate of this key".getBytes(StandardCharsets.US_ASCII);

  private final Path data;
  private final String office;
  private final SecureRandom random;

  /**
   * The files of a node.
   *
   * @param data its data directory
   * @param office who issues, 1 to 64 characters
   * @param random where new keys come from
   * @throws ConfigException when the office's name is too long
   */
  public HealthSignerFiles(Path data, String office, SecureRandom random) {
    if (office.length() > MAX_OFFICE_LENGTH) {
      throw unusable("health-certificates-issuer", "has at most 64 characters");
    }
    this.data = data;
    this.office = office;
    this.random = random;
  }

  /**
   * Reads all signers; one is made, from now on, when no key fits a certificate.
   *
   * @param health what the node does with health records
   * @param now the time
   * @return the same, certifying with them
   * @throws ConfigException when a file cannot be read or written, or there are more than {@link
   *     #MAX_FILES}
   * @throws id.simpul.identity.TrustException when a key or certificate cannot be used
   */
  public NodeHealth open(NodeHealth health, Instant now) {
    NodeHealth opened = read(health);
    if (opened.signers().isEmpty()) {
      addFirst(now);
      opened = read(health);
    }
    return opened;
  }

  private NodeHealth read(NodeHealth health) {
    Map<Path, SigningKey> keys = keys();
    NodeHealth certifying = health;
    for (X509Certificate certificate : certificates()) {
      Optional<SigningKey> own =
          keys.values().stream().filter(key -> isOf(certificate, key)).findFirst();
      certifying =
          own.isPresent()
              ? certifying.certifying(new NodeHealth.Signer(own.get(), certificate, office))
              : certifying.publishing(certificate);
    }
    return certifying;
  }

  // Two processes that start at once make one pair: the first file of a name stays.
  private void addFirst(Instant now) {
    if (Files.exists(data.resolve(CERTIFICATE + ".der"))) {
      add(now);
      return;
    }
    Path file = data.resolve(KEY + ".pem");
    save("", NodeFiles.signingKey(file, SignatureAlgorithm.ES256, random), now);
  }

  /**
   * Makes one more signer.
   *
   * @param from when it begins to sign; until then it is published, so that verifiers know it
   * @return its certificate, on disk with its key
   * @throws ConfigException when it cannot be written
   */
  public X509Certificate add(Instant from) {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, random);
    String name = "-" + key.keyId().substring(0, NAME_LENGTH);
    SigningKeys.save(key, data.resolve(KEY + name + ".pem"));
    return save(name, key, from);
  }

  private X509Certificate save(String name, SigningKey key, Instant from) {
    Path file = data.resolve(CERTIFICATE + name + ".der");
    X509Certificate made = SignerCertificate.selfSigned(key, "ID", office, from, VALIDITY);
    try {
      OwnerOnly.create(file, made.getEncoded());
    } catch (IOException | CertificateEncodingException e) {
      throw unusable(file.toString(), "cannot be written");
    }
    return made;
  }

  /**
   * Deletes the keys of the signers before one. Their certificates stay, for what they signed; so
   * does a key that has another certificate as well, or whose certificate is still to come.
   *
   * @param signing the certificate of the signer that stays
   * @return the files that are gone
   * @throws ConfigException when one cannot be deleted
   */
  public List<Path> forgetKeysBefore(X509Certificate signing) {
    Instant from = signing.getNotBefore().toInstant();
    List<X509Certificate> certificates = certificates();
    List<Path> forgotten = new ArrayList<>();
    keys()
        .forEach((file, key) -> {
          List<X509Certificate> own =
              certificates.stream().filter(each -> isOf(each, key)).toList();
          if (!own.isEmpty()
              && own.stream().allMatch(each -> each.getNotBefore().toInstant().isBefore(from))) {
            delete(file);
            forgotten.add(file);
          }
        });
    return forgotten;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unusable(file.toString(), "is not used any more and cannot be deleted; delete it");
    }
  }

  private Map<Path, SigningKey> keys() {
    Map<Path, SigningKey> keys = new LinkedHashMap<>();
    files(KEY + "*.pem").forEach(file -> keys.put(file, SigningKeys.load(file)));
    return keys;
  }

  private List<X509Certificate> certificates() {
    return files(CERTIFICATE + "*.der").stream().map(HealthSignerFiles::certificate).toList();
  }

  private static X509Certificate certificate(Path file) {
    try {
      if (Files.size(file) > SignerCertificates.MAX_CERTIFICATE_BYTES) {
        throw unusable(file.toString(), "is larger than a certificate");
      }
      return SignerCertificates.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unusable(file.toString(), "cannot be read");
    }
  }

  private List<Path> files(String names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, names)) {
      for (Path file : files) {
        found.add(file);
        if (found.size() > MAX_FILES) {
          throw unusable(data.resolve(names).toString(), "are more than " + MAX_FILES + " files");
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw unusable(data.toString(), "cannot be read");
    }
    found.sort(null);
    return found;
  }

  private static boolean isOf(X509Certificate certificate, SigningKey key) {
    return key.algorithm() == SignatureAlgorithm.ES256
        && DocumentKey.of(certificate.getPublicKey()).verify(PROBE, key.sign(PROBE));
  }

  private static ConfigException unusable(String where, String what) {
    return new ConfigException(List.of(new Violation(Violation.UNSUPPORTED, where, what)));
  }
}
