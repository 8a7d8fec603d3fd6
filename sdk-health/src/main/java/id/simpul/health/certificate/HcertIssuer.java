package id.simpul.health.certificate;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import id.simpul.health.internal.cbor.CborWriter;
import id.simpul.health.internal.cose.CoseSign1;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Issues health certificates in the container of the EU and the WHO (HCERT, {@code HC1:}), signed
 * with ES256 and in the one deterministic form. Immutable, thread-safe.
 */
public final class HcertIssuer {
  /**
   * How much of a QR code's picture should be able to get lost; 25 per cent is what Q stands for.
   */
  public static final String QR_ERROR_CORRECTION = "Q";

  /** The most characters of a text: what a QR code of the largest kind holds at that level. */
  public static final int MAX_TEXT_LENGTH = 2_420;

  private static final Instant LAST = Instant.ofEpochSecond(CwtClaims.MAX_SECONDS);

  private final SigningKey key;
  private final Kid kid;
  private final TrustedKey signer;
  private final String country;
  private final InstantSource clock;

  /**
   * An issuer.
   *
   * @param key a P-256 key, here or in an HSM
   * @param certificate the certificate verifiers have of it; its subject names a country
   * @param clock says what time it is
   * @throws TrustException {@code KEY_UNUSABLE} when the key is not for ES256, or the certificate
   *     is of another key or names no country
   */
  public HcertIssuer(SigningKey key, X509Certificate certificate, InstantSource clock) {
    this.key = Objects.requireNonNull(key, "key");
    this.clock = Objects.requireNonNull(clock, "clock");
    kid = Kid.of(certificate);
    signer = TrustedKey.of(certificate);
    if (key.algorithm() != SignatureAlgorithm.ES256) {
      throw unusable("is not for ES256");
    }
    byte[] probe = CborWriter.write(new CborText("is this certificate of this key"));
    if (!signer.key().verify(probe, key.sign(probe))) {
      throw unusable("is not the key of its certificate");
    }
    country = signer.country().orElseThrow(() -> unusable("has a certificate without a country"));
  }

  private TrustException unusable(String what) {
    return new TrustException(Reason.KEY_UNUSABLE, "issuer of certificates", what, key.keyId());
  }

  /**
   * The name of the key in what is issued.
   *
   * @return the name
   */
  public Kid kid() {
    return kid;
  }

  /**
   * Issues a certificate from now on.
   *
   * @param content what it says; texts are put into Unicode's composed form
   * @param validity how long it is good, at least a second; the certificate of the key lasts as
   *     long
   * @return the text for a QR code, see {@link #QR_ERROR_CORRECTION}
   * @throws ValidationException with everything a verifier would refuse, or when the text is longer
   *     than {@link #MAX_TEXT_LENGTH}
   */
  public String issue(HcertContent content, Duration validity) {
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant until = end(from, validity);
    CborMap payload = PayloadWriter.write(content);
    check(content, payload, from, until);
    byte[] signed =
        CoseSign1.sign(key, kid.bytes(), CborWriter.write(claims(payload, from, until)));
    String text = HcertCheck.PREFIX + Base45.encode(Deflate.ZLIB.deflate(signed));
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new ValidationException(
          "health certificate",
          List.of(
              new Violation(
                  Violation.LENGTH, "text", "is longer than a QR code holds; shorten its texts")));
    }
    return text;
  }

  /**
   * What a verifier would warn of: codes that are on no list of {@link ValueSets#standard}, which a
   * mistyped one is not either.
   *
   * @param content what a certificate would say
   * @return places and rules, without a value; none when every code is known
   */
  public List<Violation> warnings(HcertContent content) {
    PayloadReader reader = new PayloadReader(PayloadWriter.write(content), ValueSets.standard());
    reader.read();
    return List.copyOf(reader.warnings());
  }

  /** Bounded, because a time of this platform ends, and a longest duration does not fit in it. */
  private static Instant end(Instant from, Duration validity) {
    if (validity.isNegative()) {
      return from;
    }
    Duration longest = Duration.between(from, LAST).plusSeconds(1);
    Instant until = from.plus(validity.compareTo(longest) < 0 ? validity : longest);
    return until.truncatedTo(ChronoUnit.SECONDS);
  }

  private CborMap claims(CborMap payload, Instant from, Instant until) {
    Map<CborValue, CborValue> claims = new LinkedHashMap<>();
    claims.put(CborInteger.of(CwtClaims.ISS), new CborText(country));
    claims.put(CborInteger.of(CwtClaims.EXP), CborInteger.of(until.getEpochSecond()));
    claims.put(CborInteger.of(CwtClaims.IAT), CborInteger.of(from.getEpochSecond()));
    claims.put(
        CborInteger.of(CwtClaims.HCERT),
        new CborMap(Map.of(CborInteger.of(CwtClaims.EU_DCC_V1), payload)));
    return new CborMap(claims);
  }

  /** What our own reader refuses is not written, nor what the key may not sign. */
  private void check(HcertContent content, CborMap payload, Instant from, Instant until) {
    PayloadReader reader = new PayloadReader(payload, ValueSets.standard());
    reader.read();
    List<Violation> violations = reader.violations();
    if (!signer.usages().contains(content.event().kind())) {
      violations.add(new Violation(Violation.FORBIDDEN, "event", "is not what the key may sign"));
    }
    if (!until.isAfter(from)) {
      violations.add(new Violation(Violation.RANGE, "validity", "is at least a second"));
    }
    if (until.isAfter(LAST)) {
      violations.add(new Violation(Violation.RANGE, "validity", "ends with the year 9999"));
    }
    if (signer.notBefore().filter(from::isBefore).isPresent()
        || signer.notAfter().filter(until::isAfter).isPresent()) {
      violations.add(
          new Violation(Violation.RANGE, "validity", "lies within that of the key's certificate"));
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("health certificate", violations);
    }
  }

  @Override
  public String toString() {
    return "HCERT issuer " + kid;
  }
}
