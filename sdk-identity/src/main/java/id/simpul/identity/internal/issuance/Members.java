package id.simpul.identity.internal.issuance;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the members of a JSON object that others wrote. Members nobody asks for are ignored. */
public final class Members {
  /** The longest text that is taken, unless said otherwise. */
  public static final int MAX_LENGTH = 2048;

  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final JsonObject object;
  private final String at;

  private Members(JsonObject object, String at) {
    this.object = object;
    this.at = at;
  }

  /**
   * The members of a document.
   *
   * @param document what should be an object
   * @return its members
   * @throws FormatException when it is none
   */
  public static Members of(JsonValue document) throws FormatException {
    return of(document, "");
  }

  private static Members of(JsonValue value, String at) throws FormatException {
    if (value instanceof JsonObject object) {
      return new Members(object, at);
    }
    throw new FormatException(at, "an object is expected");
  }

  /**
   * The object itself.
   *
   * @return the object
   */
  public JsonObject json() {
    return object;
  }

  /**
   * The names of all members.
   *
   * @return the names in order
   */
  public List<String> names() {
    return List.copyOf(object.members().keySet());
  }

  /**
   * Whether there is such a member.
   *
   * @param name its name
   * @return true when there is
   */
  public boolean has(String name) {
    return object.members().containsKey(name);
  }

  /**
   * A text that must be there.
   *
   * @param name its name
   * @return 1 to {@value #MAX_LENGTH} characters
   * @throws FormatException when it is missing or another thing
   */
  public String text(String name) throws FormatException {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /**
   * A text that may be absent.
   *
   * @param name its name
   * @return 1 to {@value #MAX_LENGTH} characters, or empty
   * @throws FormatException when it is another thing
   */
  public Optional<String> optionalText(String name) throws FormatException {
    JsonValue value = object.members().get(name);
    return value == null ? Optional.empty() : Optional.of(text(value, where(name), MAX_LENGTH));
  }

  /**
   * A long text that must be there.
   *
   * @param name its name
   * @param longest how many characters it may have
   * @return 1 to that many characters
   * @throws FormatException when it is missing or another thing
   */
  public String longText(String name, int longest) throws FormatException {
    JsonValue value = object.members().get(name);
    if (value == null) {
      throw missing(name);
    }
    return text(value, where(name), longest);
  }

  private static String text(JsonValue value, String where, int longest) throws FormatException {
    if (value instanceof JsonString text
        && !text.value().isEmpty()
        && text.value().length() <= longest) {
      return text.value();
    }
    throw new FormatException(where, "a text of 1 to " + longest + " characters is expected");
  }

  /**
   * A URL that must be there.
   *
   * @param name its name
   * @return an absolute URL
   * @throws FormatException when it is missing or another thing
   */
  public URI url(String name) throws FormatException {
    return optionalUrl(name).orElseThrow(() -> missing(name));
  }

  /**
   * A URL that may be absent.
   *
   * @param name its name
   * @return an absolute URL, or empty
   * @throws FormatException when it is another thing
   */
  public Optional<URI> optionalUrl(String name) throws FormatException {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = URI.create(text.get());
      if (url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // Said below: its message quotes the value.
    }
    throw new FormatException(where(name), "an absolute URL is expected");
  }

  /**
   * An entity that must be there.
   *
   * @param name its name
   * @return the entity
   * @throws FormatException when it is missing or another thing
   */
  public EntityId entity(String name) throws FormatException {
    String text = text(name);
    try {
      return new EntityId(text);
    } catch (IllegalArgumentException e) {
      throw new FormatException(where(name), "an https URL is expected");
    }
  }

  /**
   * A whole number that may be absent.
   *
   * @param name its name
   * @return 0 to 999,999,999, or empty
   * @throws FormatException when it is another thing
   */
  public Optional<Integer> number(String name) throws FormatException {
    JsonValue value = object.members().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number && DIGITS.matcher(number.lexeme()).matches()) {
      return Optional.of(Integer.valueOf(number.lexeme()));
    }
    throw new FormatException(where(name), "a whole number is expected");
  }

  /**
   * A yes or no that may be absent.
   *
   * @param name its name
   * @return the word, false when absent
   * @throws FormatException when it is another thing
   */
  public boolean flag(String name) throws FormatException {
    JsonValue value = object.members().get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw new FormatException(where(name), "true or false is expected");
  }

  /**
   * An object that must be there.
   *
   * @param name its name
   * @return its members
   * @throws FormatException when it is missing or another thing
   */
  public Members object(String name) throws FormatException {
    return optionalObject(name).orElseThrow(() -> missing(name));
  }

  /**
   * An object that may be absent.
   *
   * @param name its name
   * @return its members, or empty
   * @throws FormatException when it is another thing
   */
  public Optional<Members> optionalObject(String name) throws FormatException {
    JsonValue value = object.members().get(name);
    return value == null ? Optional.empty() : Optional.of(of(value, where(name)));
  }

  /**
   * A list of objects that must be there.
   *
   * @param name its name
   * @param most how many it may have
   * @return the members of each, at least one
   * @throws FormatException when it is missing, empty, too long or another thing
   */
  public List<Members> objects(String name, int most) throws FormatException {
    List<Members> objects = new ArrayList<>();
    for (JsonValue item : items(name, most)) {
      objects.add(of(item, where(name) + "/" + objects.size()));
    }
    return List.copyOf(objects);
  }

  /**
   * A list of texts that must be there.
   *
   * @param name its name
   * @param most how many it may have
   * @param longest how many characters each may have
   * @return the texts, at least one
   * @throws FormatException when it is missing, empty, too long or another thing
   */
  public List<String> texts(String name, int most, int longest) throws FormatException {
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items(name, most)) {
      texts.add(text(item, where(name) + "/" + texts.size(), longest));
    }
    return List.copyOf(texts);
  }

  /**
   * A list that must be there.
   *
   * @param name its name
   * @param most how many it may have
   * @return its items, at least one
   * @throws FormatException when it is missing, empty, too long or another thing
   */
  public List<JsonValue> items(String name, int most) throws FormatException {
    JsonValue value = object.members().get(name);
    if (value == null) {
      throw missing(name);
    }
    if (value instanceof JsonArray array
        && !array.items().isEmpty()
        && array.items().size() <= most) {
      return array.items();
    }
    throw new FormatException(where(name), "a list of 1 to " + most + " is expected");
  }

  private FormatException missing(String name) {
    return new FormatException(where(name), "is missing");
  }

  private String where(String name) {
    return at + "/" + name;
  }

  /** The place, and nothing of the values. */
  @Override
  public String toString() {
    return "members of " + (at.isEmpty() ? "the document" : at);
  }
}
