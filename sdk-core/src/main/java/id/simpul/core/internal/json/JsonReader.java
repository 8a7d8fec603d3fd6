package id.simpul.core.internal.json;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Turns Jackson's tokens into values. Recursion is bounded by the depth limit. */
public final class JsonReader {
  // The limits of each document are checked here; the factory only has to let them through.
  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final char REPLACEMENT = '\uFFFD';

  private final JsonParser parser;
  private final Limits limits;
  private final boolean escaped;
  private int nodes;

  private JsonReader(JsonParser parser, Limits limits, boolean escaped) {
    this.parser = parser;
    this.limits = limits;
    this.escaped = escaped;
  }

  /**
   * Reads one document.
   *
   * @param bytes its bytes, already bounded
   * @param limits the other limits
   * @return the value
   * @throws FormatException when it is not JSON or passes a limit
   */
  public static JsonValue read(byte[] bytes, Limits limits) throws FormatException {
    ByteScan scan = ByteScan.of(bytes);
    try (JsonParser parser = parser(bytes, scan)) {
      JsonReader reader = new JsonReader(parser, limits, scan.backslash());
      try {
        return reader.document();
      } catch (JacksonException e) {
        // The tokenizer's message quotes the document, so only the position goes on.
        throw new FormatException(position(e.getLocation()), "not JSON");
      }
    }
  }

  private static JsonParser parser(byte[] bytes, ByteScan scan) throws FormatException {
    // The tokenizer takes ASCII from bytes, which is cheaper. Anything else it must not see as
    // bytes: it is not strict with UTF-8, and a NUL makes it guess at other encodings.
    if (scan.ascii()) {
      return TOKENS.createParser(ObjectReadContext.empty(), bytes, 0, bytes.length);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      // Stands there by itself, or for bytes that mean nothing.
      checkUtf8(bytes);
    }
    char[] chars = text.toCharArray();
    return TOKENS.createParser(ObjectReadContext.empty(), chars, 0, chars.length);
  }

  private static void checkUtf8(byte[] bytes) throws FormatException {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      CoderResult result =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(input, CharBuffer.allocate(bytes.length), true);
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new FormatException("byte " + (input.position() + 1), "not valid UTF-8", e);
    }
  }

  private JsonValue document() throws FormatException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw fail("an empty document is not JSON");
    }
    JsonValue value = value(first, 0);
    if (parser.nextToken() != null) {
      throw fail("something follows the value");
    }
    return value;
  }

  private JsonValue value(JsonToken token, int depth) throws FormatException {
    nodes++;
    if (nodes > limits.maxNodes()) {
      throw fail("more than " + limits.maxNodes() + " values");
    }
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> new JsonString(string());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw fail("not JSON");
    };
  }

  private JsonObject object(int depth) throws FormatException {
    checkDepth(depth);
    JsonObject.Builder members = JsonObject.builder();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (name.length() > limits.maxNameLength()) {
        throw fail("a name longer than " + limits.maxNameLength() + " characters");
      }
      checkSurrogates(name);
      if (!members.putIfAbsent(name, value(parser.nextToken(), depth))) {
        throw fail("a member name occurs twice in one object");
      }
    }
    return members.build();
  }

  private JsonArray array(int depth) throws FormatException {
    checkDepth(depth);
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(value(t, depth));
    }
    return new JsonArray(items);
  }

  private void checkDepth(int depth) throws FormatException {
    if (depth > limits.maxDepth()) {
      throw fail("nested deeper than " + limits.maxDepth());
    }
  }

  private String string() throws FormatException {
    String value = parser.getString();
    if (value.length() > limits.maxStringLength()) {
      throw fail("a string longer than " + limits.maxStringLength() + " characters");
    }
    checkSurrogates(value);
    return value;
  }

  private void checkSurrogates(String value) throws FormatException {
    if (!escaped) {
      // Decoding let pairs through and nothing else, so only an escape can make a lone one.
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw fail("a lone surrogate is not a character");
        }
        i++;
      }
    }
  }

  private JsonNumber number() throws FormatException {
    String lexeme = parser.getString();
    if (lexeme.length() > limits.maxNumberLength()) {
      throw fail("a number longer than " + limits.maxNumberLength() + " characters");
    }
    return new JsonNumber(lexeme);
  }

  private FormatException fail(String reason) {
    return new FormatException(position(parser.currentTokenLocation()), reason);
  }

  private static String position(TokenStreamLocation at) {
    return "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
