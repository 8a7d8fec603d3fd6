package id.simpul.health.certificate;

import id.simpul.core.SimpulException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verifying of one card. Not thread-safe; for one card. */
final class HealthCardCheck {
  private static final Limits HEADER_LIMITS = new Limits(1024, 4, 256, 64, 32, 32);
  private static final Limits PAYLOAD_LIMITS =
      Limits.DEFAULT.withMaxBytes(HealthCardVerifier.MAX_INFLATED_BYTES);
  private static final int PARTS = 3;
  private static final List<CertificateStep> PLAN =
      List.of(
          CertificateStep.INPUT,
          CertificateStep.ENCODING,
          CertificateStep.MESSAGE,
          CertificateStep.INFLATE,
          CertificateStep.ISSUER,
          CertificateStep.KEY,
          CertificateStep.ALGORITHM,
          CertificateStep.SIGNATURE,
          CertificateStep.CLAIMS,
          CertificateStep.TIMES,
          CertificateStep.PAYLOAD,
          CertificateStep.REVOCATION);

  /** A JWS taken apart. */
  @SuppressWarnings("ArrayRecordComponent") // handed on within this class, compared by nobody
  private record Parts(String kid, byte[] payload, byte[] signature, byte[] signed) {}

  private final HealthCardVerifier verifier;
  private final StepLog<VerifiedHealthCard> log = new StepLog<>(PLAN);

  HealthCardCheck(HealthCardVerifier verifier) {
    this.verifier = verifier;
  }

  Verification<VerifiedHealthCard> run(List<String> texts, boolean chunks) {
    try {
      return log.finish(card(texts, chunks));
    } catch (StepFailure e) {
      return log.finish(null); // it is noted
    }
  }

  Verification<VerifiedHealthCard> noFile() {
    log.attempt(
        CertificateStep.INPUT,
        () -> {
          throw StepFailure.of(CheckCode.BAD_ENCODING);
        });
    return log.finish(null);
  }

  private @Nullable VerifiedHealthCard card(List<String> texts, boolean chunks) throws StepFailure {
    List<String> bounded = log.need(CertificateStep.INPUT, () -> bounded(texts));
    String jws =
        log.need(
            CertificateStep.ENCODING,
            () ->
                chunks ? HealthCardText.jwsOfChunks(bounded) : HealthCardText.jws(bounded.get(0)));
    Parts parts = log.need(CertificateStep.MESSAGE, () -> parts(jws));
    byte[] opened = log.need(CertificateStep.INFLATE, () -> inflated(parts.payload()));
    HealthCardPayload payload = new HealthCardPayload(json(opened));
    String issuer = log.need(CertificateStep.ISSUER, () -> trusted(payload));
    VerificationKey key = log.need(CertificateStep.KEY, () -> key(issuer, parts.kid()));
    log.need(CertificateStep.ALGORITHM, () -> inForm(parts.signature()));
    log.need(CertificateStep.SIGNATURE, () -> signed(key, parts));
    Instant from = log.need(CertificateStep.CLAIMS, () -> claims(payload));
    Optional<Instant> until = log.need(CertificateStep.TIMES, () -> inTime(payload, from));
    log.need(CertificateStep.PAYLOAD, () -> content(payload));
    askAbout(payload, new CardRevocationQuestion(issuer, key.keyId(), "", from));
    return new VerifiedHealthCard(issuer, from, until.orElse(null), payload);
  }

  private static List<String> bounded(List<String> texts) throws StepFailure {
    // Two digits a character, and room for what stands before them.
    int longest = 2 * HealthCardVerifier.MAX_JWS_LENGTH;
    if (texts.isEmpty() || texts.size() > HealthCardVerifier.MAX_CHUNKS) {
      throw StepFailure.of(CheckCode.INCOMPLETE);
    }
    if (texts.stream().anyMatch(text -> text.length() > longest)) {
      throw StepFailure.of(CheckCode.TOO_LONG);
    }
    return texts;
  }

  private static Parts parts(String jws) throws StepFailure {
    String[] parts = jws.split("\\.", -1);
    if (jws.length() > HealthCardVerifier.MAX_JWS_LENGTH || parts.length != PARTS) {
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    }
    JsonObject header = header(base64(parts[0]));
    if (!HealthCardPayload.text(header, "alg").equals(Optional.of("ES256"))) {
      throw StepFailure.of(CheckCode.UNSUPPORTED_ALGORITHM);
    }
    if (!HealthCardPayload.text(header, "zip").equals(Optional.of("DEF"))) {
      throw StepFailure.of(CheckCode.NOT_COMPRESSED);
    }
    String kid =
        HealthCardPayload.text(header, "kid")
            .orElseThrow(() -> StepFailure.of(CheckCode.BAD_MESSAGE));
    if (header.get("crit").isPresent()) {
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return new Parts(kid, base64(parts[1]), base64(parts[2]), signed);
  }

  private static JsonObject header(byte[] bytes) throws StepFailure {
    try {
      if (Json.read(bytes, HEADER_LIMITS) instanceof JsonObject object) {
        return object;
      }
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    }
  }

  /** RFC 7515, section 2: without padding, and each byte string in its one form. */
  private static byte[] base64(String text) throws StepFailure {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return bytes;
      }
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    } catch (IllegalArgumentException e) {
      throw StepFailure.of(CheckCode.BAD_MESSAGE);
    }
  }

  private static byte[] inflated(byte[] payload) throws StepFailure {
    try {
      return Deflate.RAW.inflate(payload, HealthCardVerifier.MAX_INFLATED_BYTES);
    } catch (FormatException e) {
      throw StepFailure.of(CheckCode.BAD_COMPRESSION);
    }
  }

  /** What is no JSON object names no issuer. */
  private static JsonObject json(byte[] opened) {
    try {
      return Json.read(opened, PAYLOAD_LIMITS) instanceof JsonObject object
          ? object
          : JsonObject.EMPTY;
    } catch (FormatException e) {
      return JsonObject.EMPTY;
    }
  }

  private String trusted(HealthCardPayload payload) throws StepFailure {
    return payload
        .issuer()
        .filter(verifier::trusts)
        .orElseThrow(() -> StepFailure.of(CheckCode.UNTRUSTED_ISSUER));
  }

  private VerificationKey key(String issuer, String kid) throws StepFailure {
    try {
      byte[] jwks = verifier.keys().jwks(issuer);
      return verifier
          .memory()
          .find(issuer, jwks, kid)
          .orElseThrow(() -> StepFailure.of(Missing.KEY));
    } catch (SimpulException e) {
      throw StepFailure.of(Missing.KEY);
    }
  }

  private static byte[] inForm(byte[] signature) throws StepFailure {
    if (signature.length != SignatureAlgorithm.ES256.signatureLength()) {
      throw StepFailure.of(CheckCode.BAD_SIGNATURE_LENGTH);
    }
    return signature;
  }

  private static Parts signed(VerificationKey key, Parts parts) throws StepFailure {
    if (!key.verify(parts.signed(), parts.signature())) {
      throw StepFailure.of(CheckCode.BAD_SIGNATURE);
    }
    return parts;
  }

  private static Instant claims(HealthCardPayload payload) throws StepFailure {
    if (!payload.types().contains(HealthCardPayload.HEALTH_CARD)) {
      throw StepFailure.of(CheckCode.BAD_CLAIMS);
    }
    payload.revocationId();
    payload.time("exp");
    return payload.time("nbf").orElseThrow(() -> StepFailure.of(CheckCode.BAD_CLAIMS));
  }

  private Optional<Instant> inTime(HealthCardPayload payload, Instant from) throws StepFailure {
    Instant now = verifier.clock().instant();
    Optional<Instant> until = payload.time("exp");
    if (from.isAfter(now.plus(HealthCardVerifier.LEEWAY))) {
      throw StepFailure.of(CheckCode.NOT_YET_VALID);
    }
    if (until.isPresent() && !until.get().isAfter(now.minus(HealthCardVerifier.LEEWAY))) {
      throw StepFailure.of(CheckCode.EXPIRED);
    }
    return until;
  }

  private static HealthCardPayload content(HealthCardPayload payload) throws StepFailure {
    List<Violation> violations = payload.violations();
    if (!violations.isEmpty()) {
      throw StepFailure.of(CheckCode.BAD_PAYLOAD, violations);
    }
    return payload;
  }

  /** A card without an identifier cannot be taken back by itself. */
  private void askAbout(HealthCardPayload payload, CardRevocationQuestion question)
      throws StepFailure {
    String rid = payload.revocationId();
    if (rid != null && verifier.revocation().isPresent()) {
      CardRevocationCheck check = verifier.revocation().get();
      log.need(
          CertificateStep.REVOCATION,
          () ->
              switch (check.ask(question.of(rid))) {
                case GOOD -> payload;
                case REVOKED -> throw StepFailure.of(CheckCode.REVOKED);
                case UNKNOWN -> throw StepFailure.of(Missing.REVOCATION);
              });
    }
  }
}
