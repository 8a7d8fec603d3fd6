package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.health.internal.cbor.CborFloat;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a CBOR Web Token (RFC 8392) that carries a health certificate. */
final class CwtClaims {
  /** The last second of the year 9999; a later one is a mistake. */
  static final long MAX_SECONDS = 253_402_300_799L;

  static final long ISS = 1;
  static final long EXP = 4;
  static final long NBF = 5;
  static final long IAT = 6;
  static final long HCERT = -260;
  static final long EU_DCC_V1 = 1;
  private static final int NANO_DIGITS = 9;

  private final @Nullable String issuer;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final @Nullable Instant notBefore;
  private final CborMap certificate;

  private CwtClaims(
      @Nullable String issuer,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant notBefore,
      CborMap certificate) {
    this.issuer = issuer;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.notBefore = notBefore;
    this.certificate = certificate;
  }

  /** Electronic health certificates, section 3.3: exp, iat and hcert are required, iss is not. */
  static CwtClaims of(CborValue payload) throws FormatException {
    if (!(payload instanceof CborMap claims)) {
      throw new FormatException("claims", "no map");
    }
    CborMap hcert = map(claims.get(HCERT), "-260");
    return new CwtClaims(
        text(claims.get(ISS)),
        date(claims.get(IAT), "6"),
        date(claims.get(EXP), "4"),
        claims.get(NBF).isEmpty() ? null : date(claims.get(NBF), "5"),
        map(hcert.get(EU_DCC_V1), "-260/1"));
  }

  private static CborMap map(Optional<CborValue> value, String where) throws FormatException {
    if (value.isPresent() && value.get() instanceof CborMap map) {
      return map;
    }
    throw new FormatException("claim " + where, "is missing, or no map");
  }

  private static @Nullable String text(Optional<CborValue> value) throws FormatException {
    if (value.isEmpty()) {
      return null;
    }
    if (value.get() instanceof CborText text) {
      return text.value();
    }
    throw new FormatException("claim 1", "is no text");
  }

  /** RFC 8392, section 2: a NumericDate is an integer or a floating-point number, not tagged. */
  private static Instant date(Optional<CborValue> value, String where) throws FormatException {
    double seconds = Double.NaN;
    if (value.isPresent() && value.get() instanceof CborInteger integer) {
      long whole = integer.asLong().orElse(-1);
      if (whole >= 0 && whole <= MAX_SECONDS) {
        return Instant.ofEpochSecond(whole);
      }
    } else if (value.isPresent() && value.get() instanceof CborFloat number) {
      seconds = number.value();
    }
    if (seconds >= 0 && seconds <= MAX_SECONDS) {
      BigDecimal exact = new BigDecimal(seconds).setScale(NANO_DIGITS, RoundingMode.DOWN);
      long whole = exact.longValue();
      return Instant.ofEpochSecond(
          whole, exact.subtract(BigDecimal.valueOf(whole)).movePointRight(NANO_DIGITS).longValue());
    }
    throw new FormatException("claim " + where, "is missing, or no time");
  }

  /** ISO 3166-1 alpha-2, when the issuer followed the rules. */
  Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  /** RFC 8392, section 3.1.5: what must not be accepted before; no rule asks for it. */
  Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  CborMap certificate() {
    return certificate;
  }
}
