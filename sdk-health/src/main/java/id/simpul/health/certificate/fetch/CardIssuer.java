package id.simpul.health.certificate.fetch;

import id.simpul.core.SimpulException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.CardRevocationList;
import id.simpul.health.certificate.CardRevocationQuestion;
import id.simpul.health.certificate.HealthCardKeys;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.health.internal.fetch.Fetches;
import id.simpul.health.wire.CertificatesV1;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one issuer: its keys and its lists of revoked cards, as they were last read. One
 * thread asks the issuer, the others wait for what it brings. Thread-safe.
 */
final class CardIssuer {
  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(HealthCardKeys.MAX_BYTES);
  private static final int MAX_VERSION_DIGITS = 18;

  private final String address;
  private final Fetches fetches;
  private final InstantSource clock;
  private final Map<String, CardRevocationList> revoked = new HashMap<>();
  private final Map<String, Instant> silentUntil = new HashMap<>();
  private byte @Nullable [] keys;
  private Instant fetched = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private @Nullable SimpulException failure;

  CardIssuer(String address, Fetches fetches, InstantSource clock) {
    this.address = address;
    this.fetches = fetches;
    this.clock = clock;
  }

  /**
   * The keys: those of the last hour, or new ones, or those of the last day when there are none.
   */
  synchronized byte[] keys() {
    byte[] known = keys;
    if (known != null && isWithin(HttpHealthCardIssuers.KEEP)) {
      return known.clone();
    }
    return freshKeys().clone();
  }

  private boolean isWithin(Duration age) {
    return clock.instant().isBefore(fetched.plus(age));
  }

  private byte[] freshKeys() {
    byte[] known = keys;
    if (failure == null || !clock.instant().isBefore(pausedUntil)) {
      try {
        byte[] read = fetches.get(CertificatesV1.GET_CARD_KEYS, keysAt(), HealthCardKeys.MAX_BYTES);
        keySet(read);
        keys = read;
        fetched = clock.instant();
        failure = null;
        return read;
      } catch (SimpulException e) {
        failure = e;
        pausedUntil = clock.instant().plus(HttpHealthCardIssuers.PAUSE);
      }
    }
    if (known != null && isWithin(HttpHealthCardIssuers.MAX_AGE)) {
      return known;
    }
    throw failure;
  }

  private URI keysAt() {
    return URI.create(address + HealthCardKeys.WELL_KNOWN);
  }

  /** Read before it is kept, so that no page of a hotel takes the place of good keys. */
  private JsonArray keySet(byte[] read) {
    try {
      if (Json.read(read, LIMITS) instanceof JsonObject set
          && set.get("keys").orElse(null) instanceof JsonArray array) {
        return array;
      }
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, address, "publishes no set of keys", e.where(), e);
    }
    throw new TrustException(Reason.MALFORMED, address, "publishes no set of keys", "keys");
  }

  /** Whether a card was taken back; a key without {@code crlVersion} takes none back. */
  synchronized Status ask(CardRevocationQuestion question) {
    try {
      Optional<Long> version = version(keys(), question.kid());
      CardRevocationList list = revoked.get(question.kid());
      // Keys that name a version before that of the list, or none, are an old copy of them.
      if (version.isPresent() && (list == null || list.version() < version.get())) {
        list = newList(question.kid(), version.get());
      }
      return list != null && list.contains(question) ? Status.REVOKED : Status.GOOD;
    } catch (SimpulException e) {
      // An older list still knows what it knew: nothing on it comes back.
      CardRevocationList older = revoked.get(question.kid());
      return older != null && older.contains(question) ? Status.REVOKED : Status.UNKNOWN;
    }
  }

  /** The list of a version; when it is of another, the version is asked for anew, once. */
  private CardRevocationList newList(String kid, long version) {
    Instant silent = silentUntil.getOrDefault(kid, Instant.MIN);
    if (clock.instant().isBefore(silent)) {
      throw new TrustException(
          Reason.UNREACHABLE, address, "gave no good list a moment ago", "crl");
    }
    try {
      byte[] read =
          fetches.get(
              CertificatesV1.GET_REVOKED_CARDS,
              URI.create(address + HttpHealthCardIssuers.REVOKED + kid + ".json"),
              CardRevocationList.MAX_BYTES);
      CardRevocationList list = read(read, kid, version);
      CardRevocationList before = revoked.get(kid);
      if (before != null && list.version() < before.version()) {
        throw new TrustException(
            Reason.EXPIRED, address, "gave a list before the one in use", "ctr");
      }
      revoked.put(kid, list);
      return list;
    } catch (SimpulException e) {
      silentUntil.put(kid, clock.instant().plus(HttpHealthCardIssuers.PAUSE));
      throw e;
    }
  }

  private CardRevocationList read(byte[] list, String kid, long version) {
    try {
      return CardRevocationList.read(list, kid, version);
    } catch (TrustException e) {
      long now = version(freshKeys(), kid).orElseThrow(() -> e);
      return CardRevocationList.read(list, kid, now);
    }
  }

  private Optional<Long> version(byte[] set, String kid) {
    for (JsonValue item : keySet(set).items()) {
      if (item instanceof JsonObject key
          && key.get("kid").orElse(null) instanceof JsonString name
          && name.value().equals(kid)) {
        return key.get("crlVersion").map(this::number);
      }
    }
    throw new TrustException(Reason.UNKNOWN_KEY, address, "has no such key any more", "kid");
  }

  private long number(JsonValue version) {
    if (version instanceof JsonNumber number
        && number.lexeme().length() <= MAX_VERSION_DIGITS
        && number.lexeme().matches("[0-9]+")) {
      return Long.parseLong(number.lexeme());
    }
    throw new TrustException(
        Reason.MALFORMED, address, "has a version that is no number", "crlVersion");
  }
}
