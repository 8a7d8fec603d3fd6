package id.simpul.identity.jose;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwsProfile.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registered claims of RFC 7519, section 4.1, of one token whose signature has been checked.
 */
final class ClaimsCheck {
  /** The largest NumericDate: the largest whole number every JSON reader keeps exactly. */
  static final long MAX_NUMERIC_DATE = 1L << 53;

  private static final int MAX_DIGITS = 16;

  private final JsonObject claims;
  private final JwsProfile profile;

  ClaimsCheck(JsonObject claims, JwsProfile profile) {
    this.claims = claims;
    this.profile = profile;
  }

  void check(ExpectedClaims expected, Instant now) {
    if (!expected.issuerOptional() || claims.get("iss").isPresent()) {
      checkString("iss", expected.issuer(), Reason.WRONG_SIGNER);
    }
    checkString("aud", expected.audience(), Reason.WRONG_AUDIENCE);
    string("sub"); // one string when present, RFC 7519, sections 4.1.2 and 4.1.7
    string("jti");
    checkTimes(now);
  }

  private void checkString(String name, @Nullable String expected, Reason reason) {
    if (!Objects.equals(string(name), expected)) {
      throw fail(reason, "is not what is expected here", name);
    }
  }

  private void checkTimes(Instant now) {
    Instant issued = date("iat").orElseThrow(() -> fail(Reason.MALFORMED, "is missing", "iat"));
    if (issued.isAfter(now.plus(profile.leeway()))) {
      throw fail(Reason.NOT_YET_VALID, "lies in the future", "iat");
    }
    // RFC 7519, section 4.1.5: the time of nbf itself is good.
    if (date("nbf").filter(nbf -> nbf.isAfter(now.plus(profile.leeway()))).isPresent()) {
      throw fail(Reason.NOT_YET_VALID, "lies in the future", "nbf");
    }
    Optional<Instant> exp = date("exp");
    if (exp.isEmpty() && profile.expiry() == Expiry.REQUIRED) {
      throw fail(Reason.MALFORMED, "is missing", "exp");
    }
    exp.ifPresent(expires -> checkExpiry(expires, now));
    if (profile.expiry() == Expiry.BY_AGE
        || (profile.expiry() == Expiry.OPTIONAL && exp.isEmpty())) {
      checkAge(issued, now);
    } else {
      exp.ifPresent(expires -> checkLifetime(issued, expires));
    }
  }

  private void checkAge(Instant issued, Instant now) {
    if (now.isAfter(issued.plus(profile.maxLifetime()))) {
      throw fail(Reason.EXPIRED, "is older than " + profile.maxLifetime(), "iat");
    }
  }

  private void checkExpiry(Instant expires, Instant now) {
    // Section 4.1.4: the time of exp itself is too late.
    if (!now.isBefore(expires.plus(profile.leeway()))) {
      throw fail(Reason.EXPIRED, "lies in the past", "exp");
    }
  }

  private void checkLifetime(Instant issued, Instant expires) {
    Duration lifetime = Duration.between(issued, expires);
    if (lifetime.isNegative() || lifetime.compareTo(profile.maxLifetime()) > 0) {
      throw fail(Reason.NOT_ALLOWED, "lives longer than " + profile.maxLifetime(), "iat, exp");
    }
  }

  private @Nullable String string(String name) {
    JsonValue value = claims.members().get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.value();
    }
    throw fail(Reason.MALFORMED, "is not one string", name);
  }

  private Optional<Instant> date(String name) {
    JsonValue value = claims.members().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number && isWhole(number.lexeme())) {
      long seconds = Long.parseLong(number.lexeme());
      if (seconds <= MAX_NUMERIC_DATE) {
        return Optional.of(Instant.ofEpochSecond(seconds));
      }
    }
    throw fail(Reason.MALFORMED, "is not a whole number of seconds from 0 to 2^53", name);
  }

  /** Digits alone, of which a JSON number has no more at its start than it needs. */
  private static boolean isWhole(String lexeme) {
    for (int i = 0; i < lexeme.length(); i++) {
      if (lexeme.charAt(i) < '0' || lexeme.charAt(i) > '9') {
        return false;
      }
    }
    return lexeme.length() <= MAX_DIGITS;
  }

  private TrustException fail(Reason reason, String what, String where) {
    return new TrustException(reason, profile.toString(), what, where);
  }
}
