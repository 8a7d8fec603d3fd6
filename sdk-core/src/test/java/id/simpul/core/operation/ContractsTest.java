package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Limits;
import id.simpul.core.support.Notes;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
  private static final SchemaId RULES = new SchemaId("test/v1/rules");

  private final Contracts contracts = new Contracts();

  private List<Violation> check(SchemaId schema, String document) {
    return contracts.check(schema, document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void check_goodDocument_hasNoViolation() {
    assertThat(check(Notes.SCHEMA, "{\"id\":\"a1\",\"text\":\"x\"}")).isEmpty();
  }

  @Test
  void check_relativeReference_isFollowed() {
    assertThat(check(Notes.SCHEMA, "{\"id\":\"A\",\"text\":\"x\"}"))
        .extracting(Violation::where)
        .containsExactly("/id");
  }

  @Test
  void check_absoluteReference_isFollowed() {
    assertThat(check(RULES, "{\"ref\":\"A\"}")).extracting(Violation::where).contains("/ref");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|type|''|must be of type \"object\"",
        "{}|required|/must|a value is required",
        "{\"must\":1,\"str\":7}|type|/str|must be of type \"string\"",
        "{\"must\":1,\"str\":\"a\"}|length|/str|at least 2 characters are needed",
        "{\"must\":1,\"str\":\"abcd\"}|length|/str|at most 3 characters are allowed",
        "{\"must\":1,\"pat\":\"x\"}|type|/pat|must match the pattern \"^[0-9]+$\"",
        "{\"must\":1,\"when\":\"x\"}|type|/when|must be written as \"date-time\"",
        "{\"must\":1,\"num\":0}|range|/num|must be at least 1",
        "{\"must\":1,\"num\":6}|range|/num|must be at most 5",
        "{\"must\":1,\"open\":0}|range|/open|must be greater than 0",
        "{\"must\":1,\"open\":1}|range|/open|must be less than 1",
        "{\"must\":1,\"step\":3}|range|/step|must be a multiple of 2",
        "{\"must\":1,\"enum\":\"c\"}|choice|/enum|must be one of [\"a\",\"b\"]",
        "{\"must\":1,\"const\":\"c\"}|choice|/const|must be \"k\"",
        "{\"must\":1,\"arr\":[]}|length|/arr|at least 1 items are needed",
        "{\"must\":1,\"arr\":[1,2,3]}|length|/arr|at most 2 items are allowed",
        "{\"must\":1,\"arr\":[1,1]}|conflict|/arr|no item may occur twice",
        "{\"must\":1,\"arr\":[true]}|type|/arr/0|must be of type \"integer\"",
        "{\"must\":1,\"never\":1}|unsupported|/never|must not be there",
        "{\"must\":1,\"planted\":1}|unsupported|''|holds a member the schema does not name",
        "{\"must\":1,\"enum\":\"a\"}|required|/needed~1by~0enum|a value is required",
        "{\"must\":1,\"not\":null}|conflict|/not|breaks the rule not",
        "{\"must\":1,\"any\":null}|type|/any|must be of type \"integer\"",
        "{\"must\":1,\"one\":7}|choice|/one|must have exactly one of the forms the schema lists",
        "{\"must\":1,\"pat\":\"7\\n\"}|type|/pat|must match the pattern \"^[0-9]+$\""
      })
  void check_brokenRule_namesCodePlaceAndRule(
      String document, String code, String where, String message) {
    assertThat(check(RULES, document)).contains(new Violation(code, where, message));
  }

  @Test
  void check_manyBrokenRules_reportedAtOnceWithoutValues() {
    List<Violation> violations =
        check(
            RULES,
            "{\"str\":\"planted\",\"pat\":\"planted\",\"when\":\"planted\",\"enum\":\"planted\",\"arr\":[\"planted\"]}");
    assertThat(violations)
        .extracting(Violation::where)
        .contains("/must", "/str", "/pat", "/when", "/enum", "/arr/0");
    assertThat(violations.toString()).doesNotContain("planted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nope", "{\"a\":1,\"a\":2}", "{} {}", "1e"})
  void check_notJson_hasOneViolationAtTheRoot(String document) {
    assertThat(check(RULES, document))
        .singleElement()
        .satisfies(v -> {
          assertThat(v.code()).isEqualTo(Violation.MALFORMED);
          assertThat(v.where()).isEmpty();
        });
  }

  @Test
  void check_tooLarge_refusedUnread() {
    byte[] document = new byte[Limits.DEFAULT_MAX_BYTES + 1];
    assertThat(contracts.check(RULES, document))
        .singleElement()
        .extracting(Violation::code)
        .isEqualTo(Violation.LENGTH);
  }

  @Test
  @Timeout(60)
  void check_hugeExponent_refusedAtOnce() {
    for (String number : List.of("1e999999999", "-1e999999999", "1e-999999999", "1.5e1002")) {
      assertThat(check(RULES, "{\"must\":1,\"step\":" + number + ",\"arr\":[" + number + "]}"))
          .extracting(Violation::code)
          .containsExactly(Violation.MALFORMED);
    }
  }

  @Test
  @Timeout(60)
  void check_largeExponentWithinLimit_isExact() {
    assertThat(check(RULES, "{\"must\":1,\"num\":1e1000}"))
        .extracting(Violation::code)
        .containsExactly(Violation.RANGE);
    assertThat(check(RULES, "{\"must\":1,\"num\":5.00000000000000000000000000000001}")).hasSize(1);
    assertThat(check(RULES, "{\"must\":1,\"step\":2e0,\"arr\":[1.0]}")).isEmpty();
  }

  @Test
  void check_patternedTextAtLimit_isMatched() {
    assertThat(check(RULES, "{\"must\":1,\"pat\":\"" + "7".repeat(4096) + "\"}")).isEmpty();
    assertThat(check(RULES, "{\"must\":1,\"pat\":\"" + "7".repeat(4097) + "\"}")).hasSize(1);
  }

  @Test
  @Timeout(60)
  void check_patternThatExplodes_givesUp() {
    String text = "ab".repeat(100) + "c";
    assertThat(check(RULES, "{\"must\":1,\"slow\":\"" + text + "\"}"))
        .extracting(Violation::where)
        .containsExactly("/slow");
  }

  @Test
  @Timeout(60)
  void check_patternThatFillsTheStack_givesUp() {
    assertThat(check(RULES, "{\"must\":1,\"slow\":\"" + "ab".repeat(2048) + "\"}"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void check_moreViolationsThanReported_isCut() {
    String items = "true,".repeat(1500) + "true";
    assertThat(check(RULES, "{\"must\":1,\"many\":[" + items + "]}")).hasSize(1000);
  }

  @Test
  void check_unknownSchema_throws() {
    assertThatThrownBy(() -> check(new SchemaId("test/v1/nowhere"), "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test/v1/nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing-reference", "file-reference", "foreign-reference", "other-id"})
  void check_schemaThatPointsElsewhere_throws(String name) {
    assertThatThrownBy(() -> check(new SchemaId("test/v1/bad/" + name), "{\"a\":1}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void check_foreignReference_asksNobody() {
    List<URI> asked = new CopyOnWriteArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    // The JDK's own HTTP client asks for a proxy before it connects.
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.add(uri);
          }
        });
    try {
      assertThatThrownBy(() -> check(new SchemaId("test/v1/bad/foreign-reference"), "{\"a\":1}"))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void document_knownSchema_isGiven() {
    assertThat(contracts.document(Notes.SCHEMA))
        .hasValueSatisfying(
            d -> assertThat(new String(d, StandardCharsets.UTF_8)).contains("\"$id\""));
    assertThat(contracts.document(new SchemaId("test/v1/nowhere"))).isEmpty();
  }
}
