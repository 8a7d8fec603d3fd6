package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.support.Notes;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {
  @Test
  void outputFor_suffix_choosesTheFormat() {
    assertThat(Notes.READ.outputFor("xml")).contains(Notes.XML);
    assertThat(Notes.READ.outputFor("json")).contains(Notes.JSON);
    assertThat(Notes.READ.outputFor("csv")).isEmpty();
    assertThat(Notes.READ.outputFor("")).isEmpty();
  }

  @Test
  void errorsFor_unknownSuffix_givesTheDefault() {
    assertThat(Notes.READ.errorsFor("xml")).isSameAs(Notes.XML_ERRORS);
    assertThat(Notes.READ.errorsFor("csv")).isSameAs(ProblemDetails.FORMAT);
  }

  @Test
  void input_withoutOutputOrErrors_refused() {
    assertThatThrownBy(
            () -> Operation.<String, Notes.Note>builder("a.b", Method.GET, "/a").input(Notes.BY_ID))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            Operation.<String, Notes.Note>builder("a.b", Method.GET, "/a")
                .output(Notes.JSON)
                .input(Notes.BY_ID))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void input_suffixedPathWithFormatWithoutSuffix_refused() {
    assertThatThrownBy(() ->
            Operation.<String, Notes.Note>builder("a.b", Method.GET, "/a{.format}")
                .output(Notes.BARE)
                .errors(List.of(ProblemDetails.FORMAT))
                .input(Notes.BY_ID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("suffix");
  }

  @Test
  void builder_wrongId_refused() {
    for (String id : List.of("", "a", "A.b", "a..b", "a b.c")) {
      assertThatThrownBy(() -> Operation.builder(id, Method.GET, "/a"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void outcome_statusOutsideErrors_refused() {
    assertThat(new Outcome(400, "x").status()).isEqualTo(400);
    assertThat(new Outcome(599, "x").status()).isEqualTo(599);
    assertThatThrownBy(() -> new Outcome(399, "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outcome(600, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void schemaId_grammar_isHeld() {
    assertThat(new SchemaId("georeport/v2/services").resource())
        .isEqualTo("META-INF/simpul/schemas/georeport/v2/services.json");
    for (String path : List.of("", "/a", "a/", "../a", "a//b", "A", "a b", "a/../b")) {
      assertThatThrownBy(() -> new SchemaId(path)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
