package id.simpul.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void toString_redacts() {
    assertThat(Secret.of("planted")).hasToString("<redacted>");
    assertThat(String.valueOf(Secret.of("planted"))).doesNotContain("planted");
  }

  @Test
  void reveal_givesTheCharacters() {
    assertThat(Secret.of("planted").reveal()).isEqualTo("planted");
  }

  @Test
  void equals_comparesCharacters() {
    assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
    assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
  }

  @Test
  void of_empty_refused() {
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secret.of(null)).isInstanceOf(NullPointerException.class);
  }
}
