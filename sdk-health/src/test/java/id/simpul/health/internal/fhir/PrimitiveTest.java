package id.simpul.health.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import java.nio.charset.StandardCharsets;
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
        "XHTML|<div>x</div>|true"
      })
  void accepts_text_byTheForm(Primitive type, String text, boolean accepted) {
    assertThat(type.accepts(new JsonString(text))).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"64,true", "65,false"})
  void accepts_id_byItsLength(int length, boolean accepted) {
    assertThat(Primitive.ID.accepts(new JsonString("a".repeat(length)))).isEqualTo(accepted);
  }
}
