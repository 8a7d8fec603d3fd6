package id.simpul.identity.internal.credential;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.internal.jose.JoseJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One hidden claim with its salt (RFC 9901, section 4.2). Its text is kept as it came, because the
 * digest is over that text and not over what it means.
 */
public final class Disclosure {
  private static final int ELEMENT_PARTS = 2;
  private static final int MEMBER_PARTS = 3;
  // The array around the claim is one level more.
  private static final Limits LIMITS =
      new Limits(
          SdJwt.MAX_LENGTH,
          SdJwt.MAX_DEPTH + 1,
          SdJwt.MAX_LENGTH,
          JoseJson.MAX_NAME_LENGTH,
          JoseJson.MAX_NUMBER_LENGTH,
          JoseJson.MAX_NODES);
  private static final String WHERE = "disclosure";

  private final String text;
  private final @Nullable String name;
  private final JsonValue value;

  private Disclosure(String text, @Nullable String name, JsonValue value) {
    this.text = text;
    this.name = name;
    this.value = value;
  }

  /**
   * Hides a member of an object.
   *
   * @param salt 128 random bits in base64url
   * @param name its name
   * @param value its value
   * @return the disclosure
   */
  public static Disclosure ofMember(String salt, String name, JsonValue value) {
    return new Disclosure(text(new JsonString(salt), new JsonString(name), value), name, value);
  }

  /**
   * Hides an element of an array.
   *
   * @param salt 128 random bits in base64url
   * @param value the element
   * @return the disclosure
   */
  public static Disclosure ofElement(String salt, JsonValue value) {
    return new Disclosure(text(new JsonString(salt), value), null, value);
  }

  private static String text(JsonValue... parts) {
    return Base64Url.encode(Json.toBytes(new JsonArray(List.of(parts))));
  }

  /**
   * Reads a disclosure.
   *
   * @param text base64url of a JSON array of salt and value, or of salt, name and value
   * @return the disclosure
   * @throws TrustException {@code MALFORMED} when it is not that, or passes a limit
   */
  public static Disclosure parse(String text) {
    List<JsonValue> parts = array(text);
    boolean member = parts.size() == MEMBER_PARTS;
    if (!member && parts.size() != ELEMENT_PARTS) {
      throw SdJwt.malformed("is not an array of two or three", WHERE);
    }
    if (!(parts.get(0) instanceof JsonString)) {
      throw SdJwt.malformed("has a salt that is not a string", WHERE);
    }
    if (!member) {
      return new Disclosure(text, null, parts.get(1));
    }
    if (parts.get(1) instanceof JsonString name
        && name.value().length() <= JoseJson.MAX_NAME_LENGTH) {
      return new Disclosure(text, name.value(), parts.get(2));
    }
    throw SdJwt.malformed(
        "has a name that is not a string of at most " + JoseJson.MAX_NAME_LENGTH + " characters",
        WHERE);
  }

  private static List<JsonValue> array(String text) {
    byte[] json =
        Base64Url.decode(text)
            .orElseThrow(() -> SdJwt.malformed("is not base64url without padding", WHERE));
    return PlainStrings.read(json).orElseGet(() -> items(json));
  }

  private static List<JsonValue> items(byte[] json) {
    try {
      if (Json.read(json, LIMITS) instanceof JsonArray array) {
        return array.items();
      }
    } catch (FormatException e) {
      // Its message holds a position and a reason, and nothing of the document.
      throw new TrustException(Reason.MALFORMED, SdJwt.TYP + " " + WHERE, e.reason(), e.where(), e);
    }
    throw SdJwt.malformed("is not an array of two or three", WHERE);
  }

  /**
   * Its text as it came.
   *
   * @return base64url
   */
  public String text() {
    return text;
  }

  /**
   * The name of the member it hides.
   *
   * @return the name, or empty when it hides an element of an array
   */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * What it hides, which may hold more digests.
   *
   * @return the value
   */
  public JsonValue value() {
    return value;
  }

  /** Nothing of the claim. */
  @Override
  public String toString() {
    return WHERE;
  }
}
