package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads claims of a statement, and says which one is not what it should be, but not its value. */
public final class ClaimReader {
  private static final long MAX_NUMERIC_DATE = 1L << 53;

  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,15}");

  private final JsonObject claims;
  private final String who;
  private final String path;

  /**
   * A reader of one object.
   *
   * @param claims the object
   * @param who what is read, for messages
   */
  public ClaimReader(JsonObject claims, String who) {
    this(claims, who, "");
  }

  private ClaimReader(JsonObject claims, String who, String path) {
    this.claims = claims;
    this.who = who;
    this.path = path;
  }

  /**
   * A reader of an object inside.
   *
   * @param inner the object
   * @param name the claim it stands in, for messages
   * @return a reader of the same document
   */
  public ClaimReader in(JsonObject inner, String name) {
    return new ClaimReader(inner, who, path + name + " ");
  }

  /**
   * A claim that must be an object.
   *
   * @param name its name
   * @return the object, or empty when it is absent
   */
  public Optional<JsonObject> object(String name) {
    return typed(name, JsonObject.class, "is not an object");
  }

  /**
   * A claim that must be a string.
   *
   * @param name its name
   * @return the string, or empty when it is absent
   */
  public Optional<String> string(String name) {
    return typed(name, JsonString.class, "is not a string").map(JsonString::value);
  }

  /**
   * A claim that must be an array of strings.
   *
   * @param name its name
   * @return the strings, at least one, or an empty list when it is absent
   */
  public List<String> strings(String name) {
    List<String> strings = new ArrayList<>();
    for (JsonValue item : array(name)) {
      strings.add(string(item, name));
    }
    return List.copyOf(strings);
  }

  /**
   * A claim that must be an entity identifier.
   *
   * @param name its name
   * @return the identifier, or empty when it is absent
   */
  public Optional<EntityId> entity(String name) {
    return string(name).map(value -> entity(value, name));
  }

  /**
   * A claim that must be an array of entity identifiers.
   *
   * @param name its name
   * @return the identifiers, at least one, or an empty list when it is absent
   */
  public List<EntityId> entities(String name) {
    return array(name).stream().map(item -> entity(string(item, name), name)).toList();
  }

  /**
   * The members of a claim that is an object of arrays of entity identifiers.
   *
   * @param name its name
   * @return the arrays, which may be empty; no member when it is absent
   */
  public Map<String, List<EntityId>> entitiesByName(String name) {
    Map<String, List<EntityId>> all = new HashMap<>();
    for (Map.Entry<String, JsonValue> member : members(name).entrySet()) {
      if (!(member.getValue() instanceof JsonArray array)) {
        throw malformed("has a member that is not an array", name);
      }
      all.put(
          member.getKey(),
          array.items().stream().map(item -> entity(string(item, name), name)).toList());
    }
    return Map.copyOf(all);
  }

  /**
   * The members of a claim that is an object of objects.
   *
   * @param name its name
   * @return readers of the inner objects; none when it is absent
   */
  public Map<String, ClaimReader> readersByName(String name) {
    Map<String, ClaimReader> all = new HashMap<>();
    for (Map.Entry<String, JsonValue> member : members(name).entrySet()) {
      if (!(member.getValue() instanceof JsonObject object)) {
        throw malformed("has a member that is not an object", name);
      }
      all.put(member.getKey(), in(object, name));
    }
    return Map.copyOf(all);
  }

  /**
   * A claim that must be an array of objects.
   *
   * @param name its name
   * @return readers of the objects; none when it is absent
   */
  public List<ClaimReader> readers(String name) {
    Optional<JsonArray> array = typed(name, JsonArray.class, "is not an array");
    List<ClaimReader> readers = new ArrayList<>();
    for (JsonValue item : array.orElse(JsonArray.EMPTY).items()) {
      if (!(item instanceof JsonObject object)) {
        throw malformed("has an item that is not an object", name);
      }
      readers.add(in(object, name));
    }
    return List.copyOf(readers);
  }

  /**
   * A claim that must be a NumericDate (RFC 7519, section 2) in whole seconds.
   *
   * @param name its name
   * @return the time, or empty when it is absent
   */
  public Optional<Instant> date(String name) {
    Optional<JsonNumber> number = typed(name, JsonNumber.class, "is not a number");
    return number.map(n -> {
      long seconds = DIGITS.matcher(n.lexeme()).matches() ? Long.parseLong(n.lexeme()) : -1;
      if (seconds < 0 || seconds > MAX_NUMERIC_DATE) {
        throw malformed("is not a whole number of seconds from 0 to 2^53", name);
      }
      return Instant.ofEpochSecond(seconds);
    });
  }

  /**
   * A claim that must be the URL of an endpoint: {@code https}, or {@code http} on loopback,
   * without user and fragment (OpenID Federation 1.1, section 5.1.1).
   *
   * @param name its name
   * @return the URL, or empty when it is absent
   */
  public Optional<URI> url(String name) {
    return string(name).map(value -> url(value, name));
  }

  private URI url(String value, String name) {
    try {
      URI url = new URI(value);
      if (url.getRawFragment() == null && EntityIds.originOf(url).isPresent()) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Not the cause of what is thrown: its message holds the value.
      throw malformed("is not a URL", name);
    }
    throw malformed("is not an https URL without user and fragment", name);
  }

  /**
   * What is required and absent.
   *
   * @param name the claim's name
   * @return the exception to throw
   */
  public TrustException missing(String name) {
    return malformed("is missing", name);
  }

  private EntityId entity(String value, String name) {
    Optional<EntityId> entity = EntityIds.parse(value);
    return entity.orElseThrow(() -> malformed("is not an entity identifier", name));
  }

  private Map<String, JsonValue> members(String name) {
    return object(name).orElse(JsonObject.EMPTY).members();
  }

  private List<JsonValue> array(String name) {
    Optional<JsonArray> array = typed(name, JsonArray.class, "is not an array");
    if (array.filter(a -> a.items().isEmpty()).isPresent()) {
      throw malformed("is an empty array", name);
    }
    return array.orElse(JsonArray.EMPTY).items();
  }

  private String string(JsonValue value, String name) {
    if (value instanceof JsonString string) {
      return string.value();
    }
    throw malformed("has an item that is not a string", name);
  }

  private <T extends JsonValue> Optional<T> typed(String name, Class<T> type, String wrong) {
    Optional<JsonValue> value = claims.get(name);
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw malformed(wrong, name);
    }
    return value.map(type::cast);
  }

  private TrustException malformed(String what, String name) {
    return new TrustException(Reason.MALFORMED, who, what, path + name);
  }
}
