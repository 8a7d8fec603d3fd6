package id.simpul.node.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.node.internal.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {
  private static Precondition of(String field, String value) {
    return Precondition.of(Headers.EMPTY.with(field, value));
  }

  private static void refused(String code, Runnable made) {
    assertThatThrownBy(made::run)
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "If-Match; W/\"3\"; 3; 4",
        "If-Match; \"3\"; 3; 2",
        "If-Match; W/\"1\", W/\"3\"; 3; 2",
        "If-None-Match; W/\"3\"; 4; 3",
        "If-None-Match; W/\"x\", W/\"2\"; 1; 2"
      })
  void require_versionsOfAField_passAndStop(String field, String value, long passes, long stops) {
    Precondition condition = of(field, value);

    assertThatCode(() -> condition.require(passes)).doesNotThrowAnyException();
    refused("node.refused.412", () -> condition.require(stops));
    assertThat(condition.isGiven()).isEqualTo(field.equals("If-Match"));
  }

  @Test
  void require_anyVersion_passesOrStopsAll() {
    assertThatCode(() -> of("If-Match", "*").require(7)).doesNotThrowAnyException();
    assertThat(of("If-Match", "*").isGiven()).isFalse();
    refused("node.refused.412", () -> of("If-None-Match", "*").require(7));
    refused("node.refused.412", () -> of("If-Match", "W/\"x\"").require(7));
    assertThatCode(() -> Precondition.of(Headers.EMPTY).require(7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "W/3", "W/\"3\",", "W/\"3\" W/\"4\"", "*, W/\"3\"", ""})
  void of_whatIsNoTag_isRefused(String value) {
    refused("node.refused.400", () -> of("If-Match", value));
    refused("node.refused.400", () -> of("If-None-Match", value));
  }
}
