package id.simpul.identity.internal.jose;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;

/** Reads the JSON inside tokens and keys, under limits much tighter than those of an answer. */
public final class JoseJson {
  /** Nesting of objects and arrays. */
  public static final int MAX_DEPTH = 16;

  /** Characters of a string. */
  public static final int MAX_STRING_LENGTH = 16 * 1024;

  /** Characters of a member name. */
  public static final int MAX_NAME_LENGTH = 128;

  /** Characters of a number. */
  public static final int MAX_NUMBER_LENGTH = 20;

  /** Values in a document. */
  public static final int MAX_NODES = 8192;

  private JoseJson() {}

  /**
   * Reads an object.
   *
   * @param bytes the document, whose length the caller has bounded
   * @param who what is read, for messages
   * @return the object, member names unique at every level
   * @throws TrustException {@code MALFORMED} when it is no such object or passes a limit
   */
  public static JsonObject read(byte[] bytes, String who) {
    return read(bytes, MAX_STRING_LENGTH, who);
  }

  /**
   * Reads an object with another limit for strings.
   *
   * @param bytes the document, whose length the caller has bounded
   * @param maxStringLength characters of a string
   * @param who what is read, for messages
   * @return the object, member names unique at every level
   * @throws TrustException {@code MALFORMED} when it is no such object or passes a limit
   */
  public static JsonObject read(byte[] bytes, int maxStringLength, String who) {
    Limits limits =
        new Limits(
            Integer.MAX_VALUE,
            MAX_DEPTH,
            maxStringLength,
            MAX_NAME_LENGTH,
            MAX_NUMBER_LENGTH,
            MAX_NODES);
    try {
      if (Json.read(bytes, limits) instanceof JsonObject object) {
        return object;
      }
    } catch (FormatException e) {
      // Its message holds a position and a reason, and nothing of the document.
      throw new TrustException(Reason.MALFORMED, who, e.reason(), e.where(), e);
    }
    throw new TrustException(Reason.MALFORMED, who, "is not a JSON object", "line 1, column 1");
  }
}
