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
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final JsonParser parser;
  private final Limits limits;
  private int nodes;

  private JsonReader(JsonParser parser, Limits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  /**
   * Reads one document.
   *
   * @param in its bytes, already bounded
   * @param limits the other limits
   * @return the value
   * @throws IOException when it is not JSON, passes a limit, or the stream fails
   */
  public static JsonValue read(InputStream in, Limits limits) throws IOException {
    CharBuffer text = decode(in.readAllBytes());
    try (JsonParser parser =
        TOKENS.createParser(ObjectReadContext.empty(), text.array(), 0, text.limit())) {
      JsonReader reader = new JsonReader(parser, limits);
      try {
        return reader.document();
      } catch (JacksonException e) {
        // The tokenizer's message quotes the document, so only the position goes on.
        throw new FormatException(position(e.getLocation()), "not JSON");
      }
    }
  }

  private static CharBuffer decode(byte[] bytes) throws FormatException {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    try {
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var result = decoder.decode(input, text, true);
      if (result.isError()) {
        result.throwException();
      }
      decoder.flush(text);
    } catch (CharacterCodingException e) {
      throw new FormatException("byte " + (input.position() + 1), "not valid UTF-8", e);
    }
    return text.flip();
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String name = parser.currentName();
      if (name.length() > limits.maxNameLength()) {
        throw fail("a name longer than " + limits.maxNameLength() + " characters");
      }
      checkSurrogates(name);
      if (members.containsKey(name)) {
        throw fail("a member name occurs twice in one object");
      }
      members.put(name, value(parser.nextToken(), depth));
    }
    return new JsonObject(members);
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
