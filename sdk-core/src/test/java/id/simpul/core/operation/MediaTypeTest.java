package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/xml; charset=utf-8|text/xml|utf-8",
        "Text/XML;Charset=\"UTF-8\"|text/xml|utf-8",
        "application/json|application/json|''",
        " application/json ; q=1 ; charset = x|application/json|''",
        "multipart/form-data; boundary=charset|multipart/form-data|''"
      })
  void parse_contentType_givesTypeAndCharset(String value, String type, String charset) {
    assertThat(MediaType.parse(value)).contains(new MediaType(type, charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "json", "/json", "text/", "; charset=utf-8", "a b/c"})
  void parse_noTypeAndSubtype_isEmpty(String value) {
    assertThat(MediaType.parse(value)).isEmpty();
  }

  @Test
  void sameType_anotherCharset_isTrue() {
    assertThat(MediaType.TEXT_XML.sameType(new MediaType("TEXT/XML", ""))).isTrue();
    assertThat(MediaType.TEXT_XML.sameType(MediaType.JSON)).isFalse();
  }

  @Test
  void toString_isTheFieldValue() {
    assertThat(MediaType.TEXT_XML).hasToString("text/xml; charset=utf-8");
    assertThat(MediaType.JSON).hasToString("application/json");
  }
}
