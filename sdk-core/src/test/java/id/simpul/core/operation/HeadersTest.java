package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  private static final Headers HEADERS =
      Headers.EMPTY.with("Accept", "a").with("X", "1").with("accept", "b");

  @Test
  void first_nameInAnotherCase_isFound() {
    assertThat(HEADERS.first("ACCEPT")).contains("a");
    assertThat(HEADERS.first("Missing")).isEmpty();
  }

  @Test
  void all_repeatedName_keepsOrder() {
    assertThat(HEADERS.all("Accept")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"planted\r", "\nplanted", "plan\u0000ted"})
  void field_lineBreakOrNul_refusedWithoutTheValue(String text) {
    assertThatThrownBy(() -> new Headers.Field("X", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("plan");
    assertThatThrownBy(() -> new Headers.Field(text, "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void field_emptyName_refused() {
    assertThatThrownBy(() -> new Headers.Field("", "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_showsNamesOnly() {
    assertThat(Headers.EMPTY.with("Authorization", "Bearer planted").toString())
        .contains("Authorization")
        .doesNotContain("planted");
  }

  @Test
  void equals_sameFields_isTrue() {
    assertThat(Headers.of(HEADERS.fields())).isEqualTo(HEADERS).hasSameHashCodeAs(HEADERS);
    assertThat(HEADERS).isNotEqualTo(Headers.EMPTY);
  }
}
