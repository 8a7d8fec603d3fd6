package id.simpul.core.format;

/**
 * An immutable JSON value (RFC 8259). Two values are equal when their members are equal in any
 * order and their numbers are written alike: {@code 1.0} and {@code 1} differ, so that what was
 * read is written back as it came.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /**
   * The JSON type, for messages.
   *
   * @return {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or
   *     {@code null}
   */
  String type();
}
