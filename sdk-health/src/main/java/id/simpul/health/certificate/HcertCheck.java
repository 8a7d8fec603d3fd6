package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.health.internal.cbor.CborReader;
import id.simpul.health.internal.cose.CoseAlgorithm;
import id.simpul.health.internal.cose.CoseSign1;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.DocumentAlgorithm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verifying of one certificate. Not thread-safe; for one text. */
final class HcertCheck {
  /** What every text begins with, in the EU and at the WHO. */
  static final String PREFIX = "HC1:";

  private static final CborLimits LIMITS = CborLimits.ofBytes(HcertVerifier.MAX_INFLATED_BYTES);
  private static final int ZLIB_HEADER_BYTES = 2;
  private static final int DEFLATE_METHOD = 8;
  private static final int MAX_WINDOW = 7;
  private static final int ZLIB_CHECK = 31;
  private static final List<CertificateStep> PLAN =
      List.of(
          CertificateStep.INPUT,
          CertificateStep.PREFIX,
          CertificateStep.ENCODING,
          CertificateStep.SIZE,
          CertificateStep.INFLATE,
          CertificateStep.MESSAGE,
          CertificateStep.KEY,
          CertificateStep.ALGORITHM,
          CertificateStep.SIGNATURE,
          CertificateStep.CLAIMS,
          CertificateStep.TIMES,
          CertificateStep.USAGE,
          CertificateStep.PAYLOAD,
          CertificateStep.REVOCATION);

  /** The keys a certificate can be signed with. */
  private record Candidates(Kid kid, List<TrustedKey> keys) {}

  /** What was claimed, and the key that may claim it. */
  private record Signed(CwtClaims claims, TrustedKey key) {}

  private final HcertVerifier verifier;
  private final StepLog<VerifiedHcert> log = new StepLog<>(PLAN);

  HcertCheck(HcertVerifier verifier) {
    this.verifier = verifier;
  }

  Verification<VerifiedHcert> run(String text) {
    try {
      return log.finish(certificate(text));
    } catch (StepFailure e) {
      return log.finish(null); // it is noted
    }
  }

  private @Nullable VerifiedHcert certificate(String text) throws StepFailure {
    String code = log.need(CertificateStep.INPUT, () -> input(text));
    String base45 = log.need(CertificateStep.PREFIX, () -> withoutPrefix(code));
    byte[] compressed = log.need(CertificateStep.ENCODING, () -> decoded(base45));
    log.need(CertificateStep.SIZE, () -> bounded(compressed));
    byte[] opened = log.need(CertificateStep.INFLATE, () -> inflated(compressed));
    CoseSign1 message = log.need(CertificateStep.MESSAGE, () -> message(opened));
    Candidates named = log.need(CertificateStep.KEY, () -> named(message));
    List<TrustedKey> keys =
        log.need(CertificateStep.ALGORITHM, () -> keysOfItsKind(message, named.keys()));
    List<TrustedKey> signers = log.need(CertificateStep.SIGNATURE, () -> signers(message, keys));
    Signed signed = log.need(CertificateStep.CLAIMS, () -> signed(message, signers));
    log.attempt(CertificateStep.TIMES, () -> inTime(signed.claims(), signed.key()));
    Optional<HcertContent> content = content(signed.claims(), signed.key());
    if (content.isEmpty()) {
      return null;
    }
    askAbout(content.get(), message, named.kid(), signed);
    return new VerifiedHcert(content.get(), signed.claims(), named.kid(), signed.key());
  }

  private static String input(String text) throws StepFailure {
    if (text.length() > HcertVerifier.MAX_TEXT_LENGTH) {
      throw StepFailure.of(CheckCode.TOO_LONG);
    }
    return text.strip();
  }

  private static String withoutPrefix(String code) throws StepFailure {
    if (!code.startsWith(PREFIX)) {
      throw StepFailure.of(CheckCode.WRONG_PREFIX);
    }
    return code.substring(PREFIX.length());
  }

  private static byte[] decoded(String base45) throws StepFailure {
    try {
      return Base45.decode(base45);
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_ENCODING, e);
    }
  }

  /** By itself, though a text that passed the first step cannot hold as much. */
  static byte[] bounded(byte[] compressed) throws StepFailure {
    if (compressed.length > HcertVerifier.MAX_COMPRESSED_BYTES) {
      throw StepFailure.of(CheckCode.TOO_LARGE);
    }
    return compressed;
  }

  private byte[] inflated(byte[] compressed) throws StepFailure {
    if (!hasZlibHeader(compressed)) {
      if (verifier.takesUncompressed()) {
        return compressed;
      }
      throw StepFailure.of(CheckCode.NOT_COMPRESSED);
    }
    try {
      return Deflate.ZLIB.inflate(compressed, HcertVerifier.MAX_INFLATED_BYTES);
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_COMPRESSION, e);
    }
  }

  /** RFC 1950, section 2.2: deflate, a window of at most 32 KiB, and a check of both bytes. */
  private static boolean hasZlibHeader(byte[] stream) {
    if (stream.length < ZLIB_HEADER_BYTES) {
      return false;
    }
    int method = stream[0] & 0xff;
    return (method & 0xf) == DEFLATE_METHOD
        && method >> 4 <= MAX_WINDOW
        && ((method << 8) | (stream[1] & 0xff)) % ZLIB_CHECK == 0;
  }

  private static CoseSign1 message(byte[] opened) throws StepFailure {
    try {
      CoseSign1 message = CoseSign1.read(opened, LIMITS);
      if (message.algorithm().isEmpty()) {
        throw StepFailure.of(CheckCode.UNSUPPORTED_ALGORITHM);
      }
      return message;
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_MESSAGE, e);
    }
  }

  /** The keys of the name, of one list. A name of another length is the name of no key. */
  private Candidates named(CoseSign1 message) throws StepFailure {
    TrustList list =
        verifier
            .trust()
            .fresh(verifier.clock().instant())
            .orElseThrow(() -> StepFailure.of(Missing.FRESH_TRUST_LIST));
    return message
        .kid()
        .flatMap(Kid::of)
        .map(kid -> new Candidates(kid, list.keys(kid)))
        .filter(named -> !named.keys().isEmpty())
        .orElseThrow(() -> StepFailure.of(Missing.KEY));
  }

  private static List<TrustedKey> keysOfItsKind(CoseSign1 message, List<TrustedKey> keys)
      throws StepFailure {
    DocumentAlgorithm algorithm =
        message
            .algorithm()
            .map(CoseAlgorithm::algorithm)
            .orElseThrow(() -> StepFailure.of(CheckCode.UNSUPPORTED_ALGORITHM));
    List<TrustedKey> ofAlgorithm =
        keys.stream().filter(key -> key.key().algorithm() == algorithm).toList();
    if (ofAlgorithm.isEmpty()) {
      throw StepFailure.of(CheckCode.ALGORITHM_OF_ANOTHER_KEY);
    }
    List<TrustedKey> ofLength =
        ofAlgorithm.stream()
            .filter(key -> key.key().signatureLength() == message.signatureLength())
            .toList();
    if (ofLength.isEmpty()) {
      throw StepFailure.of(CheckCode.BAD_SIGNATURE_LENGTH);
    }
    return ofLength;
  }

  /**
   * Every key that made the signature, those with a certificate first: its digest is their name,
   * while a bare key goes by any name, and another country may have listed it.
   */
  private static List<TrustedKey> signers(CoseSign1 message, List<TrustedKey> keys)
      throws StepFailure {
    List<TrustedKey> signers =
        keys.stream()
            .filter(key -> message.isSignedBy(key.key()))
            .sorted(Comparator.comparing(TrustedKey::isBare))
            .toList();
    if (signers.isEmpty()) {
      throw StepFailure.of(CheckCode.BAD_SIGNATURE);
    }
    return signers;
  }

  private static Signed signed(CoseSign1 message, List<TrustedKey> signers) throws StepFailure {
    CwtClaims claims;
    try {
      claims = CwtClaims.of(CborReader.read(message.payload(), LIMITS));
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_CLAIMS, e);
    }
    return signers.stream()
        .filter(key -> mayClaim(key, claims))
        .findFirst()
        .map(key -> new Signed(claims, key))
        .orElseThrow(() -> StepFailure.of(CheckCode.WRONG_COUNTRY));
  }

  private static boolean mayClaim(TrustedKey key, CwtClaims claims) {
    return key.country().isEmpty()
        || claims.issuer().isEmpty()
        || key.country().equals(claims.issuer());
  }

  private CwtClaims inTime(CwtClaims claims, TrustedKey key) throws StepFailure {
    Instant now = verifier.clock().instant();
    Instant latest = now.plus(HcertVerifier.LEEWAY);
    if (claims.issuedAt().isAfter(latest)
        || claims.notBefore().filter(latest::isBefore).isPresent()) {
      throw StepFailure.of(CheckCode.NOT_YET_VALID);
    }
    if (!claims.expiresAt().isAfter(now.minus(HcertVerifier.LEEWAY))) {
      throw StepFailure.of(CheckCode.EXPIRED);
    }
    boolean outside =
        !claims.expiresAt().isAfter(claims.issuedAt())
            || key.notBefore().filter(claims.issuedAt()::isBefore).isPresent()
            || key.notAfter().filter(claims.expiresAt()::isAfter).isPresent();
    if (outside) {
      throw StepFailure.of(CheckCode.OUTSIDE_KEY_VALIDITY);
    }
    return claims;
  }

  private Optional<HcertContent> content(CwtClaims claims, TrustedKey key) {
    PayloadReader reader = new PayloadReader(claims.certificate(), verifier.valueSets());
    Optional<HcertContent> content = reader.read();
    content.ifPresent(some -> log.attempt(CertificateStep.USAGE, () -> forItsKey(some, key)));
    log.warn(reader.warnings());
    return log.attempt(
        CertificateStep.PAYLOAD,
        () -> {
          if (content.isEmpty() || !reader.violations().isEmpty()) {
            throw StepFailure.of(CheckCode.BAD_PAYLOAD, reader.violations());
          }
          if (verifier.refusesUnknownCodes() && !reader.warnings().isEmpty()) {
            throw StepFailure.of(CheckCode.UNKNOWN_CODE, reader.warnings());
          }
          return sampled(content.get());
        });
  }

  /** The EU's list of checks, DGC7 and DGC8: what a test found, and that it was made already. */
  private HcertContent sampled(HcertContent content) throws StepFailure {
    if (content.event() instanceof HealthEvent.TestResult test) {
      Instant latest = verifier.clock().instant().plus(HcertVerifier.LEEWAY);
      if (PayloadFields.earliest(test.result().sampledAt()).isAfter(latest)) {
        throw StepFailure.of(CheckCode.NOT_YET_VALID);
      }
      if (verifier.refusesPositiveTests()
          && test.result().result().equals(HealthEvent.Result.DETECTED)) {
        throw StepFailure.of(CheckCode.POSITIVE_TEST);
      }
    }
    return content;
  }

  private static HcertContent forItsKey(HcertContent content, TrustedKey key) throws StepFailure {
    if (!key.usages().contains(content.event().kind())) {
      throw StepFailure.of(CheckCode.WRONG_USAGE);
    }
    return content;
  }

  /** Asked last, and only about what would otherwise be valid. */
  private void askAbout(HcertContent content, CoseSign1 message, Kid kid, Signed signed) {
    if (log.isClean() && verifier.revocation().isPresent()) {
      RevocationCheck check = verifier.revocation().get();
      log.attempt(
          CertificateStep.REVOCATION,
          () ->
              switch (answer(check, question(kid, signed, content, message))) {
                case GOOD -> content;
                case REVOKED -> throw StepFailure.of(CheckCode.REVOKED);
                case UNKNOWN -> throw StepFailure.of(Missing.REVOCATION);
              });
    }
  }

  /** A check that fails has said nothing; it is the caller's, and must not end the verifying. */
  private static Status answer(RevocationCheck check, RevocationQuestion question)
      throws StepFailure {
    try {
      return Objects.requireNonNullElse(check.ask(question), Status.UNKNOWN);
    } catch (RuntimeException e) {
      String what = "could not be asked: " + e.getClass().getSimpleName();
      throw StepFailure.of(
          Missing.REVOCATION, List.of(new Violation(Violation.BUSY, "revocation", what)));
    }
  }

  private static RevocationQuestion question(
      Kid kid, Signed signed, HcertContent content, CoseSign1 message) {
    TrustedKey key = signed.key();
    byte[] signature = message.signature();
    byte[] significant =
        key.key().algorithm() == DocumentAlgorithm.ES256
            ? Arrays.copyOf(signature, signature.length / 2)
            : signature;
    HealthEvent.Origin origin = content.event().origin();
    String country = key.country().or(signed.claims()::issuer).orElse(origin.country());
    return RevocationQuestion.of(kid, country, origin.certificateId(), significant);
  }
}
