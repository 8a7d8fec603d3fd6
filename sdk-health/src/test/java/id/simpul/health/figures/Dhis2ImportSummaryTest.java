package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as DHIS2 documents them; none was captured. */
class Dhis2ImportSummaryTest {
  private static final String COUNTS =
      "\"importCount\":{\"imported\":3,\"updated\":2,\"ignored\":1,\"deleted\":0}";

  private static Dhis2ImportSummary read(String answer) throws Exception {
    return Dhis2ImportSummary.read(SyntheticFigures.stream(answer));
  }

  @Test
  void read_newShape_saysWhichValuesAreInConflict() throws Exception {
    Dhis2ImportSummary summary =
        read(
            "{\"httpStatusCode\":409,\"status\":\"WARNING\",\"response\":{"
                + COUNTS
                + ",\"conflicts\":[{\"value\":\"Org unit not found\",\"errorCode\":\"E7612\","
                + "\"indexes\":[4]}],\"rejectedIndexes\":[4]}}");

    assertThat(summary.imported()).isEqualTo(3);
    assertThat(summary.complete()).isFalse();
    assertThat(summary.conflicts())
        .containsExactly(
            new Dhis2ImportSummary.Conflict("Org unit not found", "E7612", List.of(4)));
  }

  @Test
  void read_oldShape_isReadWithoutPositions() throws Exception {
    Dhis2ImportSummary summary =
        read("{" + COUNTS + ",\"conflicts\":[{\"object\":\"x\",\"value\":\"Not found\"}]}");

    assertThat(summary.conflicts())
        .containsExactly(new Dhis2ImportSummary.Conflict("Not found", "", List.of()));
  }

  @Test
  void complete_nothingIgnored_isTrue() throws Exception {
    assertThat(read("{\"importCount\":{\"imported\":3}}").complete()).isTrue();
    assertThat(read("{" + COUNTS + "}").complete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/importCount",
        "{\"response\":{}}|/response/importCount",
        "{\"importCount\":{\"imported\":\"x\"}}|/importCount/imported",
        "{\"importCount\":{},\"conflicts\":{}}|/conflicts",
        "{\"importCount\":{},\"conflicts\":[{\"value\":1}]}|/conflicts/0/value",
        "{\"importCount\":{},\"conflicts\":[{\"indexes\":[-1]}]}|/conflicts/0/indexes/0",
      })
  void read_anotherShape_isRefusedWithItsPlace(String answer, String place) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOfSatisfying(FormatException.class, e -> assertThat(e.where()).isEqualTo(place));
  }

  @Test
  void read_asManyConflictsAsThereMayBeAndOneMore_areTakenAndRefused() throws Exception {
    assertThat(read(conflicts(Dhis2ImportSummary.MAX_CONFLICTS)).conflicts())
        .hasSize(Dhis2ImportSummary.MAX_CONFLICTS);
    assertThatThrownBy(() -> read(conflicts(Dhis2ImportSummary.MAX_CONFLICTS + 1)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("more than " + Dhis2ImportSummary.MAX_CONFLICTS);
  }

  private static String conflicts(int count) {
    return "{\"importCount\":{},\"conflicts\":[" + "{},".repeat(count - 1) + "{}]}";
  }
}
