package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {
  private static final UriTemplate SERVICE = UriTemplate.parse("/services/{service_code}{.format}");
  private static final UriTemplate PLAIN = UriTemplate.parse("/a/{x}/b");

  @Test
  void expand_variableAndSuffix_fillsBoth() {
    assertThat(SERVICE.expand(Map.of("service_code", "001"), "json"))
        .isEqualTo("/services/001.json");
  }

  @Test
  void expand_reservedCharacters_percentEncoded() {
    assertThat(PLAIN.expand(Map.of("x", "a b/c?d#e+f*~\u00e9%"), ""))
        .isEqualTo("/a/a%20b%2Fc%3Fd%23e%2Bf%2A~%C3%A9%25/b");
  }

  @Test
  void expand_dotsOnly_encoded() {
    assertThat(PLAIN.expand(Map.of("x", ".."), "")).isEqualTo("/a/%2E%2E/b");
  }

  @Test
  void expand_missingOrEmptyVariable_refused() {
    assertThatThrownBy(() -> PLAIN.expand(Map.of(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
    assertThatThrownBy(() -> PLAIN.expand(Map.of("x", ""), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"001", "a b", "a/b", "..", "\u00e9", "100%", "x.y", "+", "%2F"})
  void match_whatWasExpanded_givesTheValueBack(String value) {
    String path = SERVICE.expand(Map.of("service_code", value), "xml");
    assertThat(SERVICE.match(path))
        .hasValueSatisfying(m -> {
          assertThat(m.variables()).containsExactly(Map.entry("service_code", value));
          assertThat(m.suffix()).isEqualTo("xml");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services/001",
        "/services/.json",
        "/services/001.",
        "/services",
        "/services/1/2.json",
        "services/001.json",
        "/services/%zz.json",
        "/services//001.json",
        ""
      })
  void match_anotherPath_isEmpty(String path) {
    assertThat(SERVICE.match(path)).isEmpty();
  }

  @Test
  void match_templateWithoutSuffix_keepsTheDotInTheValue() {
    assertThat(PLAIN.match("/a/1.json/b"))
        .hasValueSatisfying(m -> {
          assertThat(m.variables()).containsEntry("x", "1.json");
          assertThat(m.suffix()).isEmpty();
        });
  }

  @Test
  void match_literalSegment_isCaseSensitive() {
    assertThat(PLAIN.match("/A/1/b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "{.format}", "/{X}", "/{}", "/a{b}", "//a", "/a/", "/{a", "/{.format}/a"})
  void parse_outsideOurPart_refused(String template) {
    assertThatThrownBy(() -> UriTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void emptyTemplate_isTheEndpointItself() {
    UriTemplate empty = UriTemplate.parse("");
    assertThat(empty.expand(Map.of(), "json")).isEmpty();
    assertThat(empty.match("")).contains(new UriTemplate.Match(Map.of(), ""));
    assertThat(empty.match("/")).isEmpty();
    assertThat(empty.match("x")).isEmpty();
    assertThat(empty.suffixed()).isFalse();
    assertThat(empty.variables()).isEmpty();
    assertThat(empty).hasToString("");
  }

  @Test
  void parse_template_namesItsVariables() {
    assertThat(SERVICE.variables()).containsExactly("service_code");
    assertThat(SERVICE.suffixed()).isTrue();
    assertThat(PLAIN.suffixed()).isFalse();
    assertThat(SERVICE).hasToString("/services/{service_code}{.format}");
  }
}
