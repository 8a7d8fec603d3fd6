package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cards of one key that were taken back (SMART Health Cards Framework 1.4, "Revocation").
 * Immutable, thread-safe.
 */
public final class CardRevocationList {
  /** The largest list in bytes. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BYTES);
  private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,24})(?:\\.(\\d{1,11}))?");

  private final String kid;
  private final long counter;
  private final Map<String, Instant> until;

  private CardRevocationList(String kid, long counter, Map<String, Instant> until) {
    this.kid = kid;
    this.counter = counter;
    this.until = Map.copyOf(until);
  }

  /**
   * Reads a list.
   *
   * @param json UTF-8
   * @param kid the key it must be of
   * @param version the {@code crlVersion} of the key, which {@code ctr} must be
   * @return the list
   * @throws TrustException {@code MALFORMED} when it is none, of another key or version, or names a
   *     card twice
   */
  public static CardRevocationList read(byte[] json, String kid, long version) {
    JsonObject list = object(json);
    if (!HealthCardPayload.text(list, "kid").filter(kid::equals).isPresent()
        || !HealthCardPayload.text(list, "method").filter("rid"::equals).isPresent()) {
      throw malformed("is of another key or method", "kid, method");
    }
    if (!(list.get("ctr").orElse(null) instanceof JsonNumber counter)
        || !counter.lexeme().equals(Long.toString(version))) {
      throw malformed("is of another version than its key says", "ctr");
    }
    if (!(list.get("rids").orElse(null) instanceof JsonArray rids)) {
      throw malformed("has no array of cards", "rids");
    }
    Map<String, Instant> until = new HashMap<>();
    for (JsonValue rid : rids.items()) {
      Matcher entry = ENTRY.matcher(rid instanceof JsonString text ? text.value() : "");
      if (!entry.matches()) {
        throw malformed("names a card in another form", "rids");
      }
      Instant end =
          entry.group(2) == null
              ? Instant.MAX
              : Instant.ofEpochSecond(Long.parseLong(entry.group(2)));
      if (until.put(entry.group(1), end) != null) {
        throw malformed("names a card twice", "rids");
      }
    }
    return new CardRevocationList(kid, version, until);
  }

  private static JsonObject object(byte[] json) {
    try {
      if (Json.read(json, LIMITS) instanceof JsonObject object) {
        return object;
      }
      throw malformed("is no JSON object", "document");
    } catch (FormatException e) {
      throw new TrustException(Reason.MALFORMED, "list of revoked cards", e.reason(), e.where(), e);
    }
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, "list of revoked cards", what, where);
  }

  /**
   * Whether a card was taken back: it is on the list, and was issued before the time the list gives
   * for it, if any.
   *
   * @param question issuer, key and identifier of the card
   * @return true when it was
   */
  public boolean contains(CardRevocationQuestion question) {
    Instant end = until.get(question.rid());
    return question.kid().equals(kid) && end != null && question.issuedAt().isBefore(end);
  }

  /**
   * The version of the list.
   *
   * @return {@code ctr}
   */
  public long version() {
    return counter;
  }

  @Override
  public String toString() {
    return "list of " + until.size() + " revoked cards, version " + counter;
  }
}
