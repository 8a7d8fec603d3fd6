package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.RevocationBatch.HashType;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Health certificates that one publisher took back, as a JSON object whose {@code batches} are
 * those of the EU. Nothing signed says so: whoever reads one got it from its publisher. Immutable,
 * thread-safe.
 */
public final class RevocationList {
  /** The largest list in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** The most certificates of all batches. */
  public static final int MAX_ENTRIES = 200_000;

  /** The most batches, each of which is asked about each certificate. */
  public static final int MAX_BATCHES = 1_024;

  private static final int NODES_OF_AN_ENTRY = 3;
  private static final Limits LIMITS =
      new Limits(MAX_BYTES, 8, 256, 64, 64, NODES_OF_AN_ENTRY * MAX_ENTRIES + 16 * MAX_BATCHES);
  private static final String UNKNOWN_KID = "UNKNOWN_KID";
  private static final String BATCHES = "batches";
  private static final String KID = "kid";
  private static final String COUNTRY = "country";
  private static final String HASH_TYPE = "hashType";
  private static final String EXPIRES = "expires";
  private static final String ENTRIES = "entries";
  private static final String HASH = "hash";

  private final Instant asOf;
  private final List<RevocationBatch> batches;

  private RevocationList(Instant asOf, List<RevocationBatch> batches) {
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.batches = List.copyOf(batches);
  }

  /**
   * A list.
   *
   * @param asOf when its publisher said this
   * @param batches at most {@link #MAX_BATCHES}, with at most {@link #MAX_ENTRIES} entries
   * @return the list
   * @throws TrustException {@code BUDGET_EXCEEDED} when there are more
   */
  public static RevocationList of(Instant asOf, List<RevocationBatch> batches) {
    long entries = batches.stream().mapToLong(batch -> batch.entries().size()).sum();
    if (batches.size() > MAX_BATCHES || entries > MAX_ENTRIES) {
      throw new TrustException(
          Reason.BUDGET_EXCEEDED,
          "list of revoked certificates",
          "has more than " + MAX_BATCHES + " batches or " + MAX_ENTRIES + " entries",
          BATCHES);
    }
    return new RevocationList(asOf, batches);
  }

  /**
   * The list before the first one came: nobody knows anything.
   *
   * @return a list without batches, older than any limit
   */
  public static RevocationList empty() {
    return new RevocationList(Instant.EPOCH, List.of());
  }

  /**
   * Reads a list.
   *
   * @param json UTF-8
   * @param asOf when its publisher said this; when nothing signed says so, when it was fetched
   * @return the list
   * @throws TrustException {@code MALFORMED} when it is none or too large; {@code BUDGET_EXCEEDED}
   *     as {@link #of}
   */
  public static RevocationList read(byte[] json, Instant asOf) {
    try {
      if (Json.read(json, LIMITS) instanceof JsonObject list
          && list.get(BATCHES).orElse(null) instanceof JsonArray batches) {
        return of(asOf, batches.items().stream().map(RevocationList::batch).toList());
      }
    } catch (FormatException e) {
      throw new TrustException(
          Reason.MALFORMED, "list of revoked certificates", e.reason(), e.where(), e);
    }
    throw malformed("has no batches", BATCHES);
  }

  private static RevocationBatch batch(JsonValue value) {
    if (!(value instanceof JsonObject batch)) {
      throw malformed("has a batch that is none", BATCHES);
    }
    return new RevocationBatch(
        kid(text(batch, KID)),
        text(batch, COUNTRY),
        type(text(batch, HASH_TYPE)),
        expires(text(batch, EXPIRES)),
        entries(batch.get(ENTRIES).orElse(null)));
  }

  private static String text(JsonObject batch, String name) {
    return HealthCardPayload.text(batch, name)
        .orElseThrow(() -> malformed("has a batch that lacks a text", name));
  }

  private static @Nullable Kid kid(String text) {
    return text.equals(UNKNOWN_KID)
        ? null
        : Kid.of(base64(text, KID)).orElseThrow(() -> malformed("names no key", KID));
  }

  private static HashType type(String text) {
    return EnumSet.allOf(HashType.class).stream()
        .filter(type -> type.name().equals(text))
        .findFirst()
        .orElseThrow(() -> malformed("has hashes of an unknown kind", HASH_TYPE));
  }

  private static Instant expires(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw malformed("has an end that is no time", EXPIRES);
    }
  }

  private static Set<RevocationHash> entries(@Nullable JsonValue value) {
    if (!(value instanceof JsonArray entries)) {
      throw malformed("has a batch without entries", ENTRIES);
    }
    Set<RevocationHash> hashes = new HashSet<>();
    for (JsonValue entry : entries.items()) {
      byte[] hash =
          entry instanceof JsonObject object
              ? base64(HealthCardPayload.text(object, HASH).orElse(""), HASH)
              : new byte[0];
      if (hash.length != RevocationHash.LENGTH) {
        throw malformed("has an entry that is no hash", HASH);
      }
      hashes.add(RevocationHash.ofBytes(hash));
    }
    return hashes;
  }

  private static byte[] base64(String text, String where) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed("is no base64", where);
    }
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, "list of revoked certificates", what, where);
  }

  /**
   * What it says of one certificate.
   *
   * @param question what it is searched by
   * @param now the time; a batch says nothing after its end
   * @return {@code UNKNOWN} when its publisher does not speak of the signer
   */
  public Status status(RevocationQuestion question, Instant now) {
    Status status = Status.UNKNOWN;
    for (RevocationBatch batch : batches) {
      Status said = batch.status(question, now);
      if (said == Status.REVOKED) {
        return said;
      }
      status = said == Status.GOOD ? said : status;
    }
    return status;
  }

  /**
   * When its publisher said this.
   *
   * @return the time its age is counted from
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * Writes it as others read it.
   *
   * @return JSON in UTF-8
   */
  public byte[] toJson() {
    List<JsonValue> items = batches.stream().<JsonValue>map(RevocationList::json).toList();
    return Json.toBytes(JsonObject.builder().put(BATCHES, new JsonArray(items)).build());
  }

  private static JsonObject json(RevocationBatch batch) {
    Base64.Encoder base64 = Base64.getEncoder();
    List<JsonValue> entries =
        batch.entries().stream()
            .map(hash -> base64.encodeToString(hash.bytes()))
            .sorted()
            .<JsonValue>map(hash -> JsonObject.builder().put(HASH, hash).build())
            .toList();
    return JsonObject.builder()
        .put(COUNTRY, batch.country())
        .put(EXPIRES, batch.expires().toString())
        .put(KID, batch.kid().map(Kid::toString).orElse(UNKNOWN_KID))
        .put(HASH_TYPE, batch.type().name())
        .put(ENTRIES, new JsonArray(entries))
        .build();
  }

  @Override
  public String toString() {
    return "list of revoked certificates of " + asOf + ", " + batches.size() + " batches";
  }
}
