package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParamsTest {
  private static final Params PARAMS =
      Params.builder().add("a", "").add("a", "1").add("b", "2").add("a", "3").build();

  @Test
  void first_emptyValue_countsAsAbsent() {
    assertThat(PARAMS.first("a")).contains("1");
    assertThat(Params.builder().add("a", "").build().first("a")).isEmpty();
  }

  @Test
  void all_repeatedName_keepsOrderWithoutEmptyValues() {
    assertThat(PARAMS.all("a")).containsExactly("1", "3");
    assertThat(PARAMS.all("A")).isEmpty();
  }

  @Test
  void names_repeatedName_occursOnce() {
    assertThat(PARAMS.names()).containsExactly("a", "b");
  }

  @Test
  void with_givesACopy() {
    assertThat(Params.EMPTY.with("a", "1").entries()).hasSize(1);
    assertThat(Params.EMPTY.entries()).isEmpty();
  }

  @Test
  void addIfPresent_null_addsNothing() {
    assertThat(Params.builder().addIfPresent("a", null).addIfPresent("b", "1").build().names())
        .containsExactly("b");
  }

  @Test
  void equals_sameEntriesInOrder_isTrue() {
    assertThat(Params.EMPTY.with("a", "1").with("b", "2"))
        .isEqualTo(Params.builder().add("a", "1").add("b", "2").build())
        .hasSameHashCodeAs(Params.builder().add("a", "1").add("b", "2").build())
        .isNotEqualTo(Params.builder().add("b", "2").add("a", "1").build());
  }

  @Test
  void toString_showsNamesOnly() {
    assertThat(Params.EMPTY.with("nik", "3171016704900001").toString())
        .contains("nik")
        .doesNotContain("3171");
  }

  @Test
  void entries_areUnmodifiable() {
    assertThatThrownBy(() -> PARAMS.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void add_null_throws() {
    assertThatThrownBy(() -> Params.builder().add("a", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("value");
  }
}
