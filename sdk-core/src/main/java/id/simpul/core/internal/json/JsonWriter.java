package id.simpul.core.internal.json;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Turns values into Jackson's tokens. Values have the depth they were read or built with. */
public final class JsonWriter {
  private static final JsonFactory TOKENS =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .build();
  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private JsonWriter() {}

  /**
   * Writes one value.
   *
   * @param value the value
   * @param out where to; flushed, not closed
   * @param indented whether people will read it
   * @throws IOException when the stream fails
   */
  public static void write(JsonValue value, OutputStream out, boolean indented) throws IOException {
    ObjectWriteContext context = indented ? INDENTED : ObjectWriteContext.empty();
    try (JsonGenerator generator = TOKENS.createGenerator(context, out, JsonEncoding.UTF8)) {
      write(value, generator);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException("JSON could not be written", e);
    }
    out.flush();
  }

  private static void write(JsonValue value, JsonGenerator generator) {
    if (value instanceof JsonObject object) {
      generator.writeStartObject();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        generator.writeName(member.getKey());
        write(member.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (value instanceof JsonArray array) {
      generator.writeStartArray();
      for (JsonValue item : array.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (value instanceof JsonString string) {
      generator.writeString(string.value());
    } else if (value instanceof JsonNumber number) {
      generator.writeNumber(number.lexeme());
    } else if (value instanceof JsonBoolean bool) {
      generator.writeBoolean(bool.value());
    } else {
      generator.writeNull();
    }
  }
}
