package id.simpul.health.internal.cbor;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.certificate.testing.Vectors;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RFC 8949, appendix A: every example is read, and written back where it is the one form. */
@Tag("vectors")
class CborVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void read_appendixA_isWhatItSays() {
    Vectors vectors = Vectors.of("cbor-cose/cbor-appendix-a", "/vectors/cbor-deviations.tsv");
    JsonArray examples =
        (JsonArray) Vectors.json(Vectors.folder("cbor-cose").resolve("cbor-appendix-a.json"));
    for (JsonValue item : examples.items()) {
      JsonObject example = (JsonObject) item;
      String hex = text(example, "hex");
      vectors.judge(hex, true, difference(example, hex));
    }
    vectors.finish();
  }

  private static String difference(JsonObject example, String hex) {
    try {
      CborValue value = CborReader.read(HEX.parseHex(hex), CborLimits.ofBytes(1024));
      boolean same =
          example.get("decoded").isPresent()
              ? value.equals(expected(example.get("decoded").get()))
              : Diagnostic.of(value).equals(text(example, "diagnostic"));
      if (!same) {
        return "read as " + Diagnostic.of(value);
      }
      boolean oneForm = example.get("roundtrip").orElseThrow().equals(JsonBoolean.TRUE);
      String written = HEX.formatHex(CborWriter.write(value));
      return oneForm && !written.equals(hex) ? "written as " + written : "";
    } catch (FormatException e) {
      return e.getMessage();
    }
  }

  private static String text(JsonObject example, String name) {
    return ((JsonString) example.get(name).orElseThrow()).value();
  }

  private static CborValue expected(JsonValue json) {
    if (json instanceof JsonNumber number) {
      return number(number.lexeme());
    } else if (json instanceof JsonString string) {
      return new CborText(string.value());
    } else if (json instanceof JsonArray array) {
      return new CborArray(array.items().stream().map(CborVectorsTest::expected).toList());
    } else if (json instanceof JsonObject object) {
      Map<CborValue, CborValue> entries = new LinkedHashMap<>();
      object.members().forEach((name, value) -> entries.put(new CborText(name), expected(value)));
      return new CborMap(entries);
    } else if (json instanceof JsonBoolean bool) {
      return bool.value() ? CborSimple.TRUE : CborSimple.FALSE;
    }
    return CborSimple.NULL;
  }

  private static CborValue number(String lexeme) {
    if (lexeme.matches("-?[0-9]+")) {
      BigInteger value = new BigInteger(lexeme);
      boolean negative = value.signum() < 0;
      return new CborInteger(negative, (negative ? value.not() : value).longValue());
    }
    return new CborFloat(Double.parseDouble(lexeme));
  }
}
