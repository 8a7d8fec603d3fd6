package id.simpul.health.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimitiveTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOOLEAN|true|true",
        "BOOLEAN|'\"true\"'|false",
        "INTEGER|-2147483648|true",
        "INTEGER|-2147483649|false",
        "INTEGER|2147483647|true",
        "INTEGER|2147483648|false",
        "INTEGER|1.0|false",
        "INTEGER|1e2|false",
        "UNSIGNED_INT|0|true",
        "UNSIGNED_INT|-1|false",
        "UNSIGNED_INT|-0|false",
        "POSITIVE_INT|1|true",
        "POSITIVE_INT|0|false",
        "DECIMAL|1.50|true",
        "DECIMAL|1e5|true",
        "DECIMAL|'\"1.5\"'|false"
      })
  void accepts_number_byTheRange(Primitive type, String json, boolean accepted)
      throws FormatException {
    assertThat(type.accepts(Json.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)))
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "STRING|a|true",
        "STRING|' '|false",
        "CODE|a b|true",
        "CODE|a  b|false",
        "CODE|' a'|false",
        "CODE|a |false",
        "ID|a-b.C9|true",
        "ID|a_b|false",
        "ID|''|false",
        "URI|urn:x|true",
        "URI|a b|false",
        "OID|urn:oid:1.2.3|true",
        "OID|urn:oid:1.02|false",
        "OID|1.2|false",
        "OID|urn:oid:1|false",
        "OID|urn:oid:3.1|false",
        "OID|urn:oid:1.|false",
        "OID|urn:oid:1..2|false",
        "OID|urn:oid:12.3|false",
        "OID|urn:oid:2.0.10|true",
        "OID|urn:oid:1.x|false",
        "UUID|urn:uuid:0b5ab1a5-0000-4000-8000-000000000001|true",
        "UUID|urn:uuid:0B5AB1A5-0000-4000-8000-000000000001|false",
        "BASE64_BINARY|YQ==|true",
        "BASE64_BINARY|YQ= =|true",
        "BASE64_BINARY|YQ|false",
        "BASE64_BINARY|Y=Q=|false",
        "BASE64_BINARY|Y-Q=|false",
        "BASE64_BINARY|Y===|false",
        "TIME|09:00:00|true",
        "TIME|09:00|false",
        "TIME|09:00:00Z|false",
        "TIME|09:00:00.5|true",
        "XHTML|<div/>|false",
        "XHTML|<div>x</div>|true",
        "XHTML|<div></div>|false",
        "XHTML|<div> <!-- x --> </div>|false",
        "XHTML|<div><!-- x</div>|false",
        "XHTML|<div><img src=\"#a\"/></div>|true",
        "XHTML|<divorce>x</div>|false",
        "XHTML|<div>x</div><div>y</div>|false",
        "XHTML|<div><p>x</div></p>|false",
        "XHTML|<div>x|false",
        "XHTML|<div title=\"a > b on\"><b>x</b></div>|true",
        "XHTML|<div><script>x</script></div>|false",
        "XHTML|<div><form>x</form></div>|false",
        "XHTML|<div><p onclick=\"x\">x</p></div>|false",
        "XHTML|<div><a href=\"javascript:x\">x</a></div>|false",
        "XHTML|<div><a:b>x</a></div>|false",
        "XHTML|<div><b x</div>|false"
      })
  void accepts_text_byTheForm(Primitive type, String text, boolean accepted) {
    assertThat(type.accepts(new JsonString(text))).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"64,true", "65,false"})
  void accepts_id_byItsLength(int length, boolean accepted) {
    assertThat(Primitive.ID.accepts(new JsonString("a".repeat(length)))).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "1,false"})
  void accepts_string_byItsLength(int past, boolean accepted) {
    String text = "a".repeat(Primitive.MAX_STRING_LENGTH + past);

    assertThat(Primitive.STRING.accepts(new JsonString(text))).isEqualTo(accepted);
    assertThat(Primitive.BASE64_BINARY.accepts(new JsonString("aaaa".repeat(1 << 19)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"9,true", "10,true", "13,true", "0,false", "27,false", "31,false"})
  void accepts_string_withoutControlCharacters(int character, boolean accepted) {
    assertThat(Primitive.STRING.accepts(new JsonString("a" + (char) character + "b")))
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"128,true", "129,false"})
  void accepts_decimal_byItsLength(int length, boolean accepted) {
    assertThat(Primitive.DECIMAL.accepts(new JsonNumber("1".repeat(length)))).isEqualTo(accepted);
  }

  @Test
  void accepts_oidOfThirtyThousandLetters_takesNoStack() {
    assertThat(Primitive.OID.accepts(new JsonString("urn:oid:1" + ".1".repeat(15_000)))).isTrue();
  }
}
